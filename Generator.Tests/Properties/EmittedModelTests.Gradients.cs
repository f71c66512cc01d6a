using NeuralDsl.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <content>
/// The gradients that generated code computes are autograd's. In double precision, since the backward pass of libtorch 1.13's single-precision GELU leaves memory unwritten where strides differ.
/// </content>
public partial class EmittedModelTests
{
    /// <summary>Relative to the largest gradient.</summary>
    private const double Tolerance = 1e-8;

    /// <summary>Below this the largest gradient is no measure: one that is zero exactly comes out as the rounding of what made it.</summary>
    private const double LeastGradient = 1e-3;

    /// <summary>The passes of a model without losses, as the model around it runs them.</summary>
    private void CheckPasses(nn.Module instance, TypedModel typed, Dictionary<string, Tensor> inputs)
    {
        using var grad = enable_grad();
        instance.to(ScalarType.Float64);
        inputs = inputs.ToDictionary(pair => pair.Key, pair => Wide(pair.Value));
        var buffers = Buffers(instance);
        var floating = typed.Inputs.Where(input => input.Type.IsFloatingPoint).Select(input => input.Name).ToArray();
        Tensor[] leaves = [.. typed.Inputs.Select(input => floating.Contains(input.Name) ? inputs[input.Name].detach().clone().requires_grad_() : inputs[input.Name])];
        manual_seed(1);
        var outputs = Forward(instance, typed, typed.Inputs.Zip(leaves).ToDictionary(pair => pair.First.Name, pair => pair.Second));
        Tensor[] weights = [.. outputs.Select(output => output.is_floating_point() ? randn_like(output, requires_grad: false) : ones_like(output))];
        Tensor[] differentiable = [.. outputs.Where(output => output.requires_grad)];
        if (differentiable.Length == 0)
            return;
        autograd.backward(differentiable, [.. weights.Where((_, i) => outputs[i].requires_grad)]);
        var expected = Gradients(instance);
        for (var i = 0; i < leaves.Length; i++)
        {
            if (leaves[i].requires_grad)
                expected[$"input {typed.Inputs[i].Name}"] = leaves[i].grad ?? zeros_like(leaves[i], requires_grad: false);
        }

        Restore(instance, buffers);
        manual_seed(1);
        using var tape = new Tape();
        instance.GetType().GetMethod("Forward")!.Invoke(instance, [tape, .. typed.Inputs.Select(input => inputs[input.Name])]);
        var made = instance.GetType().GetMethod("Backward")!.Invoke(instance, [tape, .. weights]);
        var found = Gradients(instance);
        for (var i = 0; i < floating.Length; i++)
            found[$"input {floating[i]}"] = made as Tensor ?? (Tensor)((System.Runtime.CompilerServices.ITuple)made!)[i]!;
        Compare(expected, found);
        Restore(instance, buffers);
        Count("passes with autograd's gradients");
    }

    /// <summary>The backward pass of a model with losses.</summary>
    private void CheckBackward(Func<nn.Module> create, Type type, Tensor[] fields)
    {
        using var instance = create();
        instance.to(ScalarType.Float64);
        var batch = Activator.CreateInstance(type, [.. fields.Select(Wide)])!;
        var buffers = Buffers(instance);
        manual_seed(1);
        using (var loss = (Tensor)instance.GetType().GetMethod("Loss", [batch.GetType()])!.Invoke(instance, [batch])!)
        {
            // A loss that is no number has no gradient to compare.
            if (!loss.requires_grad || !double.IsFinite(loss.ToDouble()))
                return;
            loss.backward();
        }
        var expected = Gradients(instance);
        Restore(instance, buffers);
        manual_seed(1);
        instance.GetType().GetMethod("Backward", [batch.GetType()])!.Invoke(instance, [batch]);
        Compare(expected, Gradients(instance));
        Restore(instance, buffers);
        Count("losses with autograd's gradients");
    }

    /// <summary>The gradients of all parameters, which are taken away.</summary>
    private static Dictionary<string, Tensor> Gradients(nn.Module instance)
    {
        var gradients = instance.named_parameters().Where(pair => pair.parameter.requires_grad).ToDictionary(
            pair => pair.name, pair => pair.parameter.grad?.clone() ?? zeros_like(pair.parameter, requires_grad: false));
        foreach (var parameter in instance.parameters())
            parameter.grad = null;
        return gradients;
    }

    private static Tensor Wide(Tensor tensor) => tensor.is_floating_point() ? tensor.to(ScalarType.Float64) : tensor;

    private static Tensor[] Buffers(nn.Module instance) => [.. instance.buffers().Select(buffer => buffer.clone())];

    private static void Restore(nn.Module instance, Tensor[] values)
    {
        using var noGrad = no_grad();
        foreach (var (buffer, value) in instance.buffers().Zip(values))
            buffer.copy_(value);
    }

    private static void Compare(Dictionary<string, Tensor> expected, Dictionary<string, Tensor> found)
    {
        using var noGrad = no_grad();
        static double Largest(Tensor tensor) => tensor.numel() == 0 ? 0 : tensor.to(ScalarType.Float64).abs().max().item<double>();
        var scale = expected.Values.Select(Largest).Append(LeastGradient).Max();
        foreach (var (name, gradient) in expected)
        {
            if (!double.IsFinite(Largest(gradient)))
                continue;
            var difference = Largest(found[name].to(ScalarType.Float64) - gradient.to(ScalarType.Float64));
            if (!(difference <= Tolerance * scale))
                throw new DisagreementException(FormattableString.Invariant($"the gradient of {name} differs from autograd's by {difference:g3} where the largest is {scale:g3}"));
        }
    }
}
