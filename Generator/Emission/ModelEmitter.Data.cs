using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Shapes;

namespace NeuralDsl.Emission;

/// <content>The batch and the graph as data.</content>
internal sealed partial class ModelEmitter
{
    private const string ImmutableArray = "global::System.Collections.Immutable.ImmutableArray";

    private const string Field = "global::NeuralDsl.TensorField";

    private void WriteBatch()
    {
        var parameters = string.Join(", ", surface.Fields.Select(surface.Parameter));
        writer.Summary("One mini-batch. The tensors belong to whoever made them.");
        writer.Block("public readonly record struct Batch : global::NeuralDsl.IBatch<Batch>", () =>
        {
            writer.Summary("Checks the tensors and holds them.");
            foreach (var name in surface.Fields)
                writer.Parameter(name, FieldText(FieldType(name)));
            writer.Line("/// <exception cref=\"global::System.ArgumentException\">A tensor does not have its dtype or shape.</exception>");
            writer.Block($"public Batch({parameters})", () => Body(() =>
            {
                writer.Line($"{Field}.Check({CSharp.Text($"{surface.Type.Name}.Batch")}, Fields, [{string.Join(", ", surface.Fields.Select(CSharp.Identifier))}]);");
                foreach (var name in surface.Fields)
                    writer.Line($"{CSharp.Pascal(name)} = {CSharp.Identifier(name)};");
            }));
            writer.Line();
            foreach (var name in surface.Fields)
            {
                writer.Summary(FieldType(name) is { } type ? $"{name}: {FieldText(type)}" : $"{name}.");
                writer.Line($"public {surface.TypeOf(name)} {CSharp.Pascal(name)} {{ get; }}{(model is null && !surface.IsOptional(name) ? " = null!;" : "")}");
                writer.Line();
            }
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public static {ImmutableArray}<{Field}> Fields {{ get; }} = [{string.Join(", ", model is null ? [] : FieldsOf(model))}];");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public static Batch Create(global::System.ReadOnlySpan<{ModelSurface.Tensor}?> tensors) => new({string.Join(", ", surface.Fields.Select((name, i) => $"tensors[{i}]{(surface.IsOptional(name) ? "" : "!")}"))});");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Block($"public {ModelSurface.Tensor}{(surface.Fields.Any(surface.IsOptional) ? "?" : "")} this[int index] => index switch", () =>
            {
                for (var i = 0; i < surface.Fields.Count; i++)
                    writer.Line($"{i} => {CSharp.Pascal(surface.Fields[i])},");
                writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(index)),");
            }, end: "};");
        });
        writer.Line();
    }

    private void WriteArchitecture()
    {
        writer.Summary("The graph as data.");
        if (model is null)
            writer.Line($"public static global::NeuralDsl.Architecture Architecture {{ get; }} = new({CSharp.Text(surface.Type.Name)}, [], [], [], [], global::NeuralDsl.CostInfo.None, [], 0);");
        else
            WriteGraph();
        writer.Line();
        if (!surface.IsTrainable)
            return;
        writer.Line($"global::NeuralDsl.Architecture {ModelSurface.Trainable}.Architecture => Architecture;");
        writer.Line();
    }

    private void WriteSummary()
    {
        var symbols = surface.InputTypes.SelectMany(type => type.Shape.Axes).Select(axis => axis.Size.Line(IsHyper)?.Atom).OfType<SymbolAtom>().Select(atom => atom.Text)
            .Where(symbol => !symbol.StartsWith("?", StringComparison.Ordinal) && !IsHyper(symbol)).Distinct().ToArray();
        writer.Summary("The layers with what they make and cost, as a table. Sizes that are not given stay symbols.");
        foreach (var symbol in symbols)
            writer.Parameter(symbol, $"The size {symbol}.");
        var parameters = symbols.Select(symbol => $"long? {CSharp.Identifier(symbol)} = null");
        var sizes = surface.Hypers.Where(hyper => hyper.Size is not null).Select(hyper => $"({CSharp.Text(hyper.Name)}, this.{CSharp.Identifier(hyper.Name)})")
            .Concat(symbols.Select(symbol => $"({CSharp.Text(symbol)}, {CSharp.Identifier(symbol)})"));
        writer.Block($"public global::NeuralDsl.ModelSummary Summary({string.Join(", ", parameters)})", () => Body(() =>
            writer.Line($"return new(Architecture, [{string.Join(", ", sizes)}]);")));
        writer.Line();
    }

    private void WriteGraph()
    {
        writer.Line("public static global::NeuralDsl.Architecture Architecture { get; } = new(");
        writer.Line($"    {CSharp.Text(surface.Type.Name)},");
        writer.Line($"    Inputs: [{string.Join(", ", model!.Inputs.Select(input => NewField("Input", input)))}],");
        writer.Line("    Layers:");
        writer.Line("    [");
        foreach (var layer in model.Layers)
        {
            string[] arguments =
            [
                CSharp.Text(layer.Name), CSharp.Text(layer.Node.Operator), $"[{string.Join(", ", layer.Node.Inputs!.Value.Select(CSharp.Text))}]",
                CSharp.Text(layer.Output.Shape.ToString()), DTypeText(layer.Output.DType), CSharp.Text(layer.ParameterCount.Text),
                CSharp.Text(layer.MultiplyAccumulates.Text), CSharp.Text(layer.Activations.Text),
            ];
            var repeat = layer.Layer is Block { Repeat: { } count } ? $" {{ Repeat = {CSharp.Text(count.Text)} }}" : "";
            writer.Line($"        new({string.Join(", ", arguments)}){repeat},");
        }
        writer.Line("    ],");
        writer.Line($"    Outputs: [{string.Join(", ", surface.Outputs.Select(CSharp.Text))}],");
        var losses = model.Phases.SelectMany(phase => phase.Losses.Select(loss =>
        {
            var classAxis = loss.Signature.ClassAxis < 0 ? "" : $", ClassAxis: {loss.Signature.ClassAxis}";
            var facts = string.Concat(loss.Loss.Facts.Select(fact => $", {fact}"));
            static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(CSharp.Text));
            var phaseName = phase.Graph.IsDeclared ? $", Phase: {CSharp.Text(phase.Graph.Name)}" : "";
            return $"new({CSharp.Text(loss.Operator)}, [{Names(loss.Predictions)}], [{Names(loss.Targets)}], global::NeuralDsl.LearningTask.{loss.Loss.Task}{classAxis}{facts}{phaseName})";
        }));
        writer.Line($"    Losses: [{string.Join(", ", losses)}],");
        var costs = model.Costs;
        (string Name, Dim Count)[] counts =
        [
            (nameof(costs.Parameters), costs.Parameters), (nameof(costs.Trainable), costs.Trainable), (nameof(costs.Buffers), costs.Buffers),
            (nameof(costs.MultiplyAccumulates), costs.MultiplyAccumulates), (nameof(costs.Activations), costs.Activations),
            (nameof(costs.OptimizerState), costs.OptimizerState), (nameof(costs.TrainingBytes), costs.TrainingBytes),
        ];
        writer.Line($"    Costs: new({string.Join(", ", counts.Select(count => $"{count.Name}: {CSharp.Text(count.Count.Text)}"))}),");
        var hypers = surface.Hypers.Where(hyper => hyper.Size is not null).Select(hyper => $"new({CSharp.Text(hyper.Name)}, {CSharp.Number(hyper.Size!.Value)})");
        writer.Line($"    Hypers: [{string.Join(", ", hypers)}],");
        writer.Line("    ParameterCount);");
    }

    private TensorType? FieldType(string name) => model?.Inputs.Concat(model.Targets).FirstOrDefault(value => value.Name == name)?.Type;

    /// <summary>The fields of a batch in its own order, the inputs as the architecture has them.</summary>
    private IEnumerable<string> FieldsOf(TypedModel typed)
    {
        var targets = typed.Targets.Select(target => NewField("Target", target));
        return surface.Inputs.Any(surface.IsOptional)
            ? [.. InputFields(areOptional: false), .. targets, .. InputFields(areOptional: true)]
            : targets.Prepend(".. Architecture.Inputs");
    }

    private IEnumerable<string> InputFields(bool areOptional) =>
        surface.Inputs.Select((name, i) => (name, i)).Where(input => surface.IsOptional(input.name) == areOptional).Select(input => $"Architecture.Inputs[{input.i}]");

    private static string NewField(string role, TypedValue value)
    {
        string? encoding = value.Type.Encoding?.Meaning switch
        {
            Meaning.ClassIndex => "ClassIndex",
            Meaning.Probability => "Probability",
            Meaning.Distribution => "Distribution",
            _ => null,
        };
        string[] arguments =
        [
            CSharp.Text(value.Name), DTypeText(value.Type.DType), CSharp.Text(value.Type.Shape.ToString()),
            .. encoding is null ? Array.Empty<string>() : [$"global::NeuralDsl.FieldEncoding.{encoding}"],
            .. value.Type.Encoding?.Classes?.Constant is { } classes ? [$"classes: {CSharp.Number(classes)}"] : Array.Empty<string>(),
            .. value.Type.IsOptional ? ["isOptional: true"] : Array.Empty<string>(),
        ];
        return $"{Field}.{role}({string.Join(", ", arguments)})";
    }

    /// <summary>The type of a field and what its numbers mean.</summary>
    private static string FieldText(TensorType? type) => TypeText(type, type?.Encoding?.Describe());

    private static string DTypeText(DType dtype) => $"global::NeuralDsl.DType.{dtype}";
}
