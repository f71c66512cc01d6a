using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Limited-memory BFGS without line search (Liu and Nocedal, 1989); its parameters are one group.</summary>
    public class LBFGS : Optimizer, ILearningRateController
    {
        private const double LeastCurvature = 1e-10;

        private readonly ParamGroup group;
        private readonly long max_iter;
        private readonly long max_eval;
        private readonly double tolerance_grad;
        private readonly double tolerance_change;
        private readonly long history_size;

        // How the gradient changed along each of the last steps, the steps, and the reciprocals of their products.
        private readonly List<(Tensor change, Tensor step, double scale)> history = [];
        private double diagonal = 1;
        private double length;
        private Tensor? direction;
        private Tensor? previous;

        internal LBFGS(
            IEnumerable<Parameter> parameters, double lr, long max_iter, long? max_eval, double tolerance_grad, double tolerance_change,
            long history_size)
            : base(IntPtr.Zero)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            this.max_iter = max_iter;
            this.max_eval = max_eval ?? max_iter * 5 / 4;
            this.tolerance_grad = tolerance_grad;
            this.tolerance_change = tolerance_change;
            this.history_size = history_size;
            group = new ParamGroup
            {
                Parameters = parameters,
                Options = new OptimizerOptions { LearningRate = lr, InitialLearningRate = lr },
            };
            base.add_param_group(group);
        }

        public double LearningRate
        {
            get => group.LearningRate;
            set => group.LearningRate = value;
        }

        public double InitialLearningRate
        {
            get => group.InitialLearningRate;
            set => group.InitialLearningRate = value;
        }

        public override void add_param_group(ParamGroup param_group) =>
            throw new InvalidOperationException("L-BFGS has one group of parameters.");

        /// <summary>Up to max_iter moves, each with an evaluation.</summary>
        /// <param name="closure">Clears the gradients, computes the loss and its gradients, and returns it.</param>
        /// <returns>The loss before.</returns>
        public override Tensor? step(Func<Tensor>? closure = null)
        {
            ArgumentNullException.ThrowIfNull(closure);
            using var _ = no_grad();
            var first = base.step(closure)!;
            var loss = first.ToDouble();
            var evaluations = 1L;
            var gradient = Gradient();
            for (var iteration = 1L; iteration <= max_iter && Largest(gradient) > tolerance_grad; iteration++)
            {
                var begins = direction is null;
                Turn(gradient);
                length = LearningRate * (begins ? Math.Min(1, 1 / Sum(gradient)) : 1);
                if (Product(gradient, direction!) > -tolerance_change)
                    break;
                Move();
                if (iteration == max_iter)
                    break;

                var before = loss;
                loss = base.step(closure)!.ToDouble();
                gradient.Dispose();
                gradient = Gradient();
                if (++evaluations >= max_eval || Largest(direction!) * length <= tolerance_change || Math.Abs(loss - before) < tolerance_change)
                    break;
            }
            gradient.Dispose();
            return first;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (!disposing)
                return;
            direction?.Dispose();
            previous?.Dispose();
            foreach (var (change, step, _) in history)
            {
                change.Dispose();
                step.Dispose();
            }
            history.Clear();
        }

        /// <summary>The next direction: minus the gradient times the inverse of the curvature seen so far (the two-loop recursion).</summary>
        private void Turn(Tensor gradient)
        {
            using var scope = NewDisposeScope();
            if (direction is not null)
                Remember(gradient.sub(previous!), direction.mul(length));

            var turned = gradient.neg();
            var weights = new double[history.Count];
            for (var i = history.Count - 1; i >= 0; i--)
            {
                weights[i] = Product(history[i].step, turned) * history[i].scale;
                Operators.add__Tensor.Apply(turned, history[i].change, -weights[i]);
            }
            turned.mul_(diagonal);
            for (var i = 0; i < history.Count; i++)
            {
                var (change, step, scale) = history[i];
                Operators.add__Tensor.Apply(turned, step, weights[i] - Product(change, turned) * scale);
            }
            direction?.Dispose();
            previous?.Dispose();
            direction = turned.DetachFromDisposeScope();
            previous = gradient.clone().DetachFromDisposeScope();
        }

        private void Remember(Tensor change, Tensor step)
        {
            var curvature = Product(change, step);
            if (curvature <= LeastCurvature)
                return;
            if (history.Count == history_size)
            {
                history[0].change.Dispose();
                history[0].step.Dispose();
                history.RemoveAt(0);
            }
            history.Add((change.DetachFromDisposeScope(), step.DetachFromDisposeScope(), 1 / curvature));
            diagonal = curvature / Product(change, change);
        }

        private void Move()
        {
            var position = 0L;
            foreach (var parameter in group.Parameters)
            {
                using var scope = NewDisposeScope();
                var part = direction!.narrow(0, position, parameter.numel()).view(parameter.shape);
                Operators.add__Tensor.Apply(parameter, part, length);
                position += parameter.numel();
            }
        }

        /// <summary>The gradients of all parameters in a row.</summary>
        private Tensor Gradient()
        {
            using var scope = NewDisposeScope();
            return cat([.. group.Parameters.Select(parameter => parameter.grad?.reshape(-1) ?? parameter.new_zeros([parameter.numel()]))])
                .MoveToOuterDisposeScope();
        }

        private static double Largest(Tensor vector)
        {
            using var scope = NewDisposeScope();
            return vector.abs().max().ToDouble();
        }

        private static double Product(Tensor left, Tensor right)
        {
            using var product = left.dot(right);
            return product.ToDouble();
        }

        private static double Sum(Tensor vector)
        {
            using var scope = NewDisposeScope();
            return vector.abs().sum().ToDouble();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Limited-memory BFGS without line search (Liu and Nocedal, 1989).</summary>
            public static LBFGS LBFGS(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
                double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) =>
                LBFGS(
                    parameters.Select(named => named.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);

            public static LBFGS LBFGS(
                IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
                double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) =>
                new(parameters, lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);
        }
    }
}
