using System.Reflection;
using System.Runtime.CompilerServices;
using NeuralDsl.Parity;
using NeuralDsl.Shapes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Parity;

/// <content>Generated gradients against autograd's, and against differences.</content>
public sealed partial class ParitySuite
{
    /// <summary>What a number is moved by, in double precision.</summary>
    private const double Step = 1e-6;

    /// <summary>The rounding of sums in another order, relative to the largest number.</summary>
    private const double Rounding = 1e-8;

    /// <summary>That of a difference of two losses, divided by the step.</summary>
    private const double DifferenceRounding = 1e-5;

    /// <summary>How many numbers of each tensor are moved.</summary>
    private const int Samples = 4;

    /// <summary>What has a gradient that is no derivative, in PyTorch too: what is left out of it, scaled by counts, or changed in place.</summary>
    private static readonly string[] NotDerivatives = ["Detach", "WeightNormalization.Spectral", "MaxNorm", "ScaleGradByFreq", "Eps = 0.5"];

    /// <summary>In double precision, the gradients that a row's generated code computes are autograd's, and those of differences.</summary>
    internal void CheckGradients(string name)
    {
        using var scope = NewDisposeScope();
        var index = indices[name];
        var (row, typed, model) = Create(index, rows[index].HasLoss ? $"Learned{index}" : $"Row{index}");
        // Noise takes its dtype of parameters, and there are none in its row.
        if ((typed.Losses.Count == 0 && !typed.HasPasses) || row.Operators.Contains("Noise"))
            return;
        // What nothing learns through: a difference would see it.
        var goals = typed.Losses.SelectMany(loss => loss.Targets).Select(target => ParityRow.LearnedPrefix + target).ToHashSet();
        var isDerivative = !NotDerivatives.Any(part => row.Attributes.Contains(part, StringComparison.Ordinal));
        model.to(ScalarType.Float64);
        var random = new Random(1);
        Scramble(model, random);
        Tensor[] inputs = [.. row.InputTensors.Select(input => Wide(input, row, random))];
        if (row.HasLoss)
        {
            // Its inputs are parameters, whose gradients the model gives; what the model takes is added to them.
            foreach (var (parameter, value) in model.named_parameters().Where(parameter => parameter.name.StartsWith(ParityRow.LearnedPrefix, StringComparison.Ordinal)))
            {
                using var noGrad = no_grad();
                value.copy_(inputs[row.InputTensors.ToList().FindIndex(input => ParityRow.LearnedPrefix + input.Name == parameter)]);
            }
            inputs = [.. inputs.Select(input => input.is_floating_point() ? zeros_like(input) : input), .. row.TargetTensors.Select(target => Wide(target, row, random))];
        }
        var buffers = model.named_buffers().Select(buffer => (buffer.buffer, Value: buffer.buffer.clone())).ToArray();
        foreach (var training in new[] { true, false })
        {
            model.train(training);
            var weights = new List<Tensor>();
            var tensors = model.named_parameters().Where(parameter => parameter.parameter.requires_grad).Select(parameter => (parameter.name, Tensor: (Tensor)parameter.parameter)).ToList();
            if (!row.HasLoss)
                tensors.AddRange(inputs.Select((input, i) => ($"input {i}", input)).Where(input => input.input.is_floating_point()));

            foreach (var input in inputs)
                input.requires_grad = !row.HasLoss && input.is_floating_point();
            foreach (var (_, tensor) in tensors)
                tensor.grad = null;
            Renew();
            var outputs = Run(model, row.HasLoss, inputs);
            weights.AddRange(outputs.Select(output => row.HasLoss ? ones_like(output) : ParityTensor.Normal(output.shape, random).to(output.dtype)));
            Weighted(outputs)?.backward();
            var expected = tensors.Select(tensor => tensor.Tensor.grad?.clone()).ToArray();

            foreach (var input in inputs)
                input.requires_grad = false;
            Renew();
            foreach (var (_, tensor) in tensors)
                tensor.grad = null;
            var found = Generated(model, row, typed, inputs, weights, outputs);
            for (var i = 0; i < tensors.Count; i++)
            {
                var (what, tensor) = tensors[i];
                var gradient = found.TryGetValue(what, out var given) ? given : tensor.grad ?? zeros_like(tensor);
                var scale = expected.OfType<Tensor>().Where(other => other.numel() > 0).Select(Closeness.Largest).Append(1e-3).Max();
                Closeness.AssertClose($"{(training ? "training" : "evaluation")}: {what}", expected[i] ?? zeros_like(tensor), gradient, Rounding, scale);
                if (!isDerivative || goals.Contains(what))
                    continue;
                foreach (var at in Enumerable.Range(0, (int)tensor.numel()).OrderBy(_ => random.Next()).Take(Samples))
                {
                    var difference = (Moved(tensor, at, Step) - Moved(tensor, at, -Step)) / (2 * Step);
                    Assert.True(
                        Math.Abs(difference - gradient.detach().reshape(-1)[at].item<double>()) <= DifferenceRounding * Math.Max(scale, 1),
                        $"{(training ? "training" : "evaluation")}: {what} at {at}: {gradient.reshape(-1)[at].item<double>()}, by differences {difference}.");
                }
            }

            double Moved(Tensor tensor, int at, double by)
            {
                using var noGrad = no_grad();
                using var inner = NewDisposeScope();
                var flat = tensor.detach().reshape(-1);
                var before = flat[at].item<double>();
                using var copy = tensor.detach().clone();
                copy.reshape(-1)[at] = tensor.detach().reshape(-1)[at] + by;
                using var original = tensor.detach().clone();
                tensor.copy_(copy);
                Renew();
                var sum = Weighted(Run(model, row.HasLoss, inputs));
                tensor.copy_(original);
                return sum?.item<double>() ?? 0;
            }

            Tensor? Weighted(Tensor[] made)
            {
                Tensor? sum = null;
                foreach (var (output, weight) in made.Zip(weights).Where(pair => pair.First.is_floating_point() && (pair.First.requires_grad || !is_grad_enabled())))
                    sum = sum is null ? (output * weight).sum() : sum + (output * weight).sum();
                return sum;
            }

            // As before the first pass: the same random numbers, and statistics that no pass has changed.
            void Renew()
            {
                manual_seed(0);
                using var noGrad = no_grad();
                foreach (var (buffer, value) in buffers)
                    buffer.copy_(value);
            }
        }
    }

    /// <summary>Runs the generated passes; gives the gradients of inputs by name.</summary>
    private static Dictionary<string, Tensor> Generated(nn.Module model, ParityRow row, TypedModel typed, Tensor[] inputs, List<Tensor> weights, Tensor[] expected)
    {
        var found = new Dictionary<string, Tensor>();
        if (row.HasLoss)
        {
            var loss = (double)Invoke(model, "Backward", CreateBatch(model, inputs));
            Assert.Equal(expected[0].item<double>(), loss, 1e-9 * Math.Max(1, Math.Abs(loss)));
            return found;
        }
        using var tape = new Tape();
        var outputs = model.GetType().GetMethod("Forward")!.Invoke(model, BindingFlags.DoNotWrapExceptions, null, [tape, .. inputs], null)!;
        Tensor[] made = outputs as Tensor is { } output ? [output] : [.. outputs.GetType().GetProperties().Select(property => (Tensor)property.GetValue(outputs)!)];
        foreach (var (own, autograds) in made.Zip(expected))
            Closeness.AssertClose("output", autograds, own, Rounding);
        var gradients = model.GetType().GetMethod("Backward")!.Invoke(model, BindingFlags.DoNotWrapExceptions, null, [tape, .. weights], null);
        Assert.Equal(0, tape.Count);
        var floating = typed.Inputs.Select((input, i) => (input.Type.IsFloatingPoint, i)).Where(input => input.IsFloatingPoint).Select(input => $"input {input.i}").ToArray();
        if (gradients is Tensor only)
            found.Add(floating[0], only);
        else if (gradients is ITuple several)
            for (var i = 0; i < several.Length; i++)
                found.Add(floating[i], (Tensor)several[i]!);
        return found;
    }

    private static Tensor Wide(ParityTensor tensor, ParityRow row, Random random)
    {
        var created = tensor.Create(row.SizeOf, random);
        return created.is_floating_point() ? created.to(ScalarType.Float64) : created;
    }
}
