using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Gradient clipping, and parameters as one vector.</summary>
        public static partial class utils
        {
            /// <summary>Scales the gradients down if their norm together is above a maximum.</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0)
                    return 0;
                var norms = Array.ConvertAll(gradients, gradient => Operators.linalg_vector_norm.Call(gradient, norm_type));
                var total = norms.Length == 1 ? norms[0] : Operators.linalg_vector_norm.Call(stack(norms), norm_type);
                var norm = total.ToDouble();
                // 1e-6 is PyTorch's guard against a norm of zero; the factor is not above one.
                var factor = Math.Min(1.0, max_norm / (norm + 1e-6));
                if (factor != 1)
                {
                    foreach (var gradient in gradients)
                        Operators.mul__Scalar.Apply(gradient, factor);
                }
                return norm;
            }

            /// <summary>Bounds the elements of the gradients.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in Gradients(tensors))
                    Operators.clamp_.Apply(gradient, -clip_value, clip_value);
            }

            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(parameter => parameter.reshape(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                long position = 0;
                foreach (var parameter in tensors)
                {
                    parameter.copy_(vec.narrow(0, position, parameter.numel()).view_as(parameter));
                    position += parameter.numel();
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                return [.. tensors.Select(parameter => parameter.grad).OfType<Tensor>()];
            }
        }
    }
}
