using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Emission;

/// <content>The forward pass.</content>
internal sealed partial class ModelEmitter
{
    /// <summary>Values that the losses of the only phase read although forward does not return them.</summary>
    private IReadOnlyList<string> ExtraValues => model is null || surface.HasPhases ? [] : [.. ReadByLosses(model.Phases[0]).Where(name => !surface.Outputs.Contains(name))];

    /// <summary>What forward keeps: the outputs, then the values that only losses read.</summary>
    private IReadOnlyList<string> Kept => [.. surface.Outputs, .. ExtraValues];

    /// <summary>The values that the losses of a phase read.</summary>
    private IEnumerable<string> ReadByLosses(TypedPhase phase) =>
        phase.Losses.SelectMany(loss => loss.Predictions.Concat(loss.Targets.Where(surface.IsLayerValue))).Distinct();

    private void WriteForward()
    {
        writer.Summary("The forward pass. Intermediate tensors are disposed right after their last use.");
        WriteInputDocumentation();
        writer.Returns(string.Join("; ", surface.Outputs.Select(name => $"{name}: {TypeOf(name)}")) + "; the caller disposes it.");
        writer.Block($"public override {surface.Result} forward({surface.InputParameters})", () => Body(() =>
        {
            if (ExtraValues.Count == 0)
            {
                WriteLayers(surface.Outputs);
                writer.Line($"return {Pack([.. surface.Outputs.Select(Names.Identifier)])};");
                return;
            }
            writer.Line($"var ({string.Join(", ", Kept.Select(Names.Identifier))}) = Compute({surface.InputArguments});");
            foreach (var name in ExtraValues)
                writer.Line($"{Names.Identifier(name)}.Dispose();");
            writer.Line($"return {Pack([.. surface.Outputs.Select(Names.Identifier)])};");
        }));
        writer.Line();
        if (ExtraValues.Count > 0)
            WriteCompute(surface.Phases[0].Compute, Kept);
    }

    /// <summary>A forward pass that makes the values that losses read, and what they need.</summary>
    private void WriteCompute(string method, IReadOnlyList<string> kept)
    {
        var result = kept.Count == 1 ? ModelSurface.Tensor : $"({string.Join(", ", kept.Select(name => $"{ModelSurface.Tensor} {Names.Identifier(name)}"))})";
        writer.Block($"private {result} {method}({surface.InputParameters})", () =>
        {
            WriteLayers(kept);
            writer.Line(kept.Count == 1 ? $"return {Names.Identifier(kept[0])};" : $"return ({string.Join(", ", kept.Select(Names.Identifier))});");
        });
        writer.Line();
    }

    /// <summary>The layers that values need, in order. Where there are phases, no forward pass needs them all.</summary>
    private IReadOnlyList<TypedLayer> LayersFor(IReadOnlyList<string> kept)
    {
        if (!surface.HasPhases)
            return model!.Layers;
        var needed = new HashSet<string>(kept);
        foreach (var layer in model!.Layers.Reverse().Where(layer => layer.Node.Values.Any(needed.Contains)))
            needed.UnionWith(layer.Node.Inputs!.Value);
        return [.. model.Layers.Where(layer => layer.Node.Values.Any(needed.Contains))];
    }

    private void WriteLayers(IReadOnlyList<string> kept)
    {
        var lines = new List<(string Statement, string? Comment)>();
        var layers = LayersFor(kept);
        var locals = new LocalNames([.. surface.Inputs, .. surface.Hypers.Select(hyper => hyper.Name), .. layers.SelectMany(layer => layer.Node.Values).Select(Names.Word)]);
        var sizes = new SizeNames(model!, locals);
        var lastUse = new Dictionary<string, int>();
        for (var i = 0; i < layers.Count; i++)
        {
            foreach (var input in layers[i].Node.Inputs!.Value)
                lastUse[input] = i;
        }
        for (var i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            var temporaries = new List<string>();
            var taken = layer.Node.Inputs!.Value;
            var module = $"this.{CSharp.Identifier(layer.Node.Share ?? layer.Name)}";
            layer.Layer.Write(new(
                $"{surface.Type.Name}: {layer.Node.Title}", CSharp.Identifier(layer.Name),
                [.. layer.Node.Values.Skip(1).Select(value => lastUse.ContainsKey(value) || kept.Contains(value) ? Names.Identifier(value) : null)],
                [.. taken.Select(Names.Identifier)], module, layer.Node.Tie?.Expression, layer.Node.If, layer.Types, sizes.Write, locals.Unique,
                (statement, comment) => lines.Add((statement, comment)),
                (wanted, expression, shape) =>
                {
                    var local = locals.Unique(wanted);
                    lines.Add(($"var {local} = {expression};", shape));
                    temporaries.Add(local);
                    return local;
                }));
            // After its last use a value is dead: what this layer took, or what it made when nothing takes it.
            var dead = taken.Append(layer.Name).Distinct().Where(value => !surface.Inputs.Contains(value) && !kept.Contains(value)
                && surface.Parameters.All(parameter => parameter.Name != value) && (!lastUse.TryGetValue(value, out var last) || last <= i));
            lines.AddRange(temporaries.Concat(dead.Select(Names.Identifier)).Select(value => ($"{value}.Dispose();", (string?)null)));
        }
        WriteChecks(sizes, isOfInputs: true);
        writer.Aligned(lines);
    }

    /// <summary>What stands before the layers: checks of the inputs, the sizes that code mentions, and what must hold of them.</summary>
    private void WriteChecks(SizeNames sizes, bool isOfInputs)
    {
        if (isOfInputs)
            writer.Line($"global::NeuralDsl.TensorField.Check({CSharp.Text(surface.Type.Name)}, Architecture.Inputs, [{surface.InputArguments}]);");
        var conditions = model!.Conditions.Where(condition => !condition.Symbols.All(IsHyper)).ToArray();
        foreach (var symbol in conditions.SelectMany(condition => condition.Symbols))
            sizes.Write(Dim.Symbol(symbol));
        var checks = InputChecks(sizes).ToArray();
        foreach (var (name, source) in sizes.Used)
            writer.Line($"var {name} = {source};");
        foreach (var (test, message) in checks)
        {
            writer.Line($"if ({test})");
            writer.Line($"    throw new global::System.ArgumentException({message});");
        }
        WriteConditions(conditions, sizes.Write);
    }

    /// <summary>
    /// The axes of inputs that the declared shape alone cannot check: whose sizes hyper-parameters decide, and from which a symbol
    /// follows that stands alone nowhere, as T from 2*T+1.
    /// </summary>
    private IEnumerable<(string Test, string Message)> InputChecks(SizeNames sizes)
    {
        foreach (var input in model!.Inputs)
        {
            for (var axis = 0; axis < input.Type.Shape.Rank; axis++)
            {
                var size = input.Type.Shape[axis];
                var isOfHypers = size.Constant is null && surface.Hypers.AreAllOf(size);
                if (!isOfHypers && !IsUnchecked(input.Name, axis, size))
                    continue;
                var actual = $"{CSharp.Identifier(input.Name)}.size({axis})";
                var expected = sizes.Write(size);
                var value = isOfHypers ? $" = {{{expected}}}" : "";
                var isThere = input.Type.IsOptional ? $"{CSharp.Identifier(input.Name)} is not null && " : "";
                yield return ($"{isThere}{actual} != {expected}", $"$\"{surface.Type.Name}: axis {axis} of '{input.Name}' must be {size}{value} but is {{{actual}}}.\"");
            }
        }
    }

    /// <summary>
    /// Whether an axis must agree with others and <c>TensorField</c> cannot say so, which knows symbols that stand alone and what they make;
    /// where its size is read from this very axis there is nothing to compare.
    /// </summary>
    private bool IsUnchecked(string input, int axis, Dim size)
    {
        var axes = model!.Axes;
        var symbols = axes.Read(size).Symbols.Where(symbol => !IsHyper(symbol)).ToArray();
        var sources = symbols.Select(axes.Find).OfType<AxisSource>().ToArray();
        return sources.Length == symbols.Length && sources.Any(source => !source.IsAlone || source.Symbol[0] == '(')
            && !sources.Any(source => source.Input == input && source.Axis == axis && source.Factor.Constant == 1);
    }

    private void WriteInputDocumentation()
    {
        foreach (var name in surface.Inputs)
            writer.Parameter(name, TypeText(model?.Inputs.First(input => input.Name == name).Type));
    }

    /// <summary>Expressions as forward returns them.</summary>
    private static string Pack(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"new({string.Join(", ", names)})";

    private string TypeOf(string value) => model?.Outputs.First(output => output.Name == value).Type.ToString() ?? "unknown";
}
