using System.Globalization;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Emission;

/// <summary>Last stage: a model as C#. Members are written in the order in which a reader wants them.</summary>
internal sealed partial class ModelEmitter
{
    /// <summary>The most parameters that a layer's documentation lists.</summary>
    private const int MostListed = 8;

    private readonly ModelSurface surface;

    /// <summary>The typed model; null for the shell of a model with an error.</summary>
    private readonly TypedModel? model;

    private readonly CodeWriter writer = new();

    private ModelEmitter(ModelGraph graph, TypedModel? model)
    {
        surface = new(graph);
        this.model = model;
    }

    /// <summary>The generated file, or null for a declaration of which not even a shell can be made.</summary>
    public static EmittedSource? Emit(CompiledModel compiled)
    {
        if (compiled.DataClass is { } dataClass)
            return DataClassEmitter.Emit(dataClass);
        if (compiled.Graph is not { Inputs.Count: > 0, Nodes.Count: > 0 } graph)
            return null;
        var emitter = new ModelEmitter(graph, compiled.Model);
        emitter.writer.GeneratedFile(graph.Type, emitter.WriteClass);
        return new(EmittedSource.HintNameOf(graph.Type.FullName), emitter.writer.ToString());
    }

    private void WriteClass()
    {
        WriteClassDocumentation();
        var interfaces = surface.IsTrainable ? $", global::NeuralDsl.ITrainable<{surface.Type.Name}.Batch>" : "";
        writer.Block($"partial class {CSharp.Identifier(surface.Type.Name)} : {surface.Base}{interfaces}", () =>
        {
            writer.Summary(surface.Hypers.Count == 0 ? "Trainable parameters." : $"Trainable parameters with the default hyper-parameters; in general {model?.ParameterCount}.");
            writer.Line($"public const long ParameterCount = {CSharp.Number(model?.DefaultParameterCount ?? 0)};");
            writer.Line();
            WriteConstructor();
            WriteModules();
            WriteForward();
            WritePasses();
            WritePredict();
            if (surface.HasLoss)
                WriteTraining();
            if (surface.Outputs.Count > 1)
                WriteOutputs();
            if (surface.HasLoss)
            {
                WriteBatch();
                WriteGradients();
            }
            WriteArchitecture();
            WriteDefinition();
            WriteSummary();
        });
    }

    private void WriteClassDocumentation()
    {
        if (model is null)
        {
            writer.Line("/// <remarks>This declaration has errors; the members are there so that nothing else fails for want of them.</remarks>");
            return;
        }
        writer.Line("/// <remarks>");
        List<string[]> rows = [["layer", "operator", "output", "parameters"]];
        rows.AddRange(model.Inputs.Select(input => new[] { input.Name, input.Type.IsOptional ? "Input, or null" : "Input", input.Type.ToString(), "" }));
        rows.AddRange(model.Layers.Select(layer => new[]
        {
            layer.Name, layer.Node.Operator, layer.Output.Shape.ToDisplay(), layer.ParameterCount.Constant == 0 ? "" : Grouped(layer.ParameterCount),
        }));
        rows.Add(["", "", "", Grouped(model.ParameterCount)]);
        writer.Table(rows);
        writer.Line("/// </remarks>");
    }

    private void WriteConstructor()
    {
        writer.Summary("Makes the model with new weights, initialized as PyTorch does.");
        foreach (var hyper in surface.Hypers)
            writer.Parameter(hyper.Name, HyperText(hyper));
        writer.Parameter("device", "Where the weights are; default: the CPU.");
        writer.Parameter("dtype", "The weights' floating-point type; default: Float32.");
        if (surface.Hypers.Count > 0)
            writer.Line("/// <exception cref=\"global::System.ArgumentException\">The hyper-parameters do not fit each other.</exception>");
        var parameters = surface.Hypers
            .Select(hyper => $"{HyperType(hyper)} {CSharp.Identifier(hyper.Name)} = {HyperDefault(hyper)}")
            .Append("global::TorchSharp.torch.Device? device = null")
            .Append("global::TorchSharp.torch.ScalarType? dtype = null");
        var signature = $"public {CSharp.Identifier(surface.Type.Name)}({string.Join(", ", parameters)})";
        writer.Block($"{signature} : base({CSharp.Text(surface.Type.Name)})", () => Body(() =>
        {
            WriteHyperChecks();
            foreach (var parameter in model!.Parameters)
                writer.Line($"register_parameter({CSharp.Text(parameter.Name)}, new global::TorchSharp.Modules.Parameter({NewParameter(parameter)}));");
            foreach (var layer in model.Layers.Where(layer => layer.Node.Share is null))
            {
                var statements = (layer.Layer as ModuleLayer)?.Construct(CSharp.Identifier(layer.Name), layer.Types, WriteHypers).ToArray() ?? [];
                if (layer.Node.If is { } presence && statements.Length > 0)
                    writer.Line($"if ({presence.ToCSharp(WriteHypers)})");
                foreach (var statement in statements)
                    writer.Line(layer.Node.If is null ? statement : $"    {statement}");
            }
            foreach (var (name, _) in surface.Modules)
            {
                if (surface.MayBeAbsent(name))
                    writer.Line($"if ({CSharp.Identifier(name)} is not null)");
                writer.Line($"{(surface.MayBeAbsent(name) ? "    " : "")}register_module({CSharp.Text(surface.StateKeyOf(name))}, {CSharp.Identifier(name)});");
            }
            WriteInitializations();
            foreach (var patterns in model.Frozen)
                writer.Line($"global::NeuralDsl.ParameterSelection.Freeze(this, {CSharp.Text(patterns)});");
        }));
        writer.Line();
        writer.Summary("Nothing: the constructor registers every layer under its name, without reflection.");
        writer.Block("protected override void RegisterComponents()", () => { });
        writer.Line();
    }

    /// <summary>The tensor that a parameter begins as.</summary>
    private static string NewParameter(GraphParameter parameter)
    {
        var shape = $"[{string.Join(", ", parameter.Type!.Shape.Axes.Select(axis => WriteHypers(axis.Size)))}], dtype: dtype, device: device";
        var initialization = parameter.Initialization!;
        return initialization.Constant switch
        {
            0 => $"global::TorchSharp.torch.zeros({shape})",
            1 => $"global::TorchSharp.torch.ones({shape})",
            _ => initialization.Call($"global::TorchSharp.torch.empty({shape})"),
        };
    }

    private void WriteInitializations()
    {
        foreach (var (patterns, except, initialization, _) in model!.Initializations)
        {
            var parameter = new LocalNames(surface.Hypers.Select(hyper => hyper.Name)).Unique("parameter");
            var left = except is null ? "" : $", except: {CSharp.Text(except)}";
            writer.Line($"global::NeuralDsl.ParameterSelection.Initialize(this, {parameter} => {initialization!.Call(parameter)}, only: {CSharp.Text(patterns)}{left});");
        }
    }

    /// <summary>What must hold of the hyper-parameters before any weight is made of them.</summary>
    private void WriteHyperChecks()
    {
        foreach (var hyper in surface.Hypers.Where(hyper => hyper.Size is not null))
        {
            var name = CSharp.Identifier(hyper.Name);
            writer.Line($"global::System.ArgumentOutOfRangeException.ThrowIfLessThan({name}, {CSharp.Number(hyper.Minimum)});");
        }
        WriteConditions(model!.Conditions.Where(condition => condition.Symbols.All(IsHyper)), WriteHypers);
        foreach (var condition in model.NumberConditions)
        {
            var name = CSharp.Identifier(condition.Hyper);
            writer.Line($"if (!({condition.Range.Compare(name)}))");
            writer.Line($"    throw new global::System.ArgumentException(global::System.FormattableString.Invariant($\"{surface.Type.Name}: {condition.Reason} needs {condition.Text}, but {condition.Hyper} = {{{name}}}.\"));");
        }
        foreach (var hyper in surface.Hypers)
            writer.Line($"this.{CSharp.Identifier(hyper.Name)} = {CSharp.Identifier(hyper.Name)};");
    }

    private bool IsHyper(string symbol) => surface.Hypers.Any(hyper => hyper.Name == symbol);

    /// <summary>A size over hyper-parameters, which are the constructor's parameters and the class's properties alike.</summary>
    private static string WriteHypers(Dim size) => size.ToCSharp(CSharp.Identifier);

    /// <summary>Tests, each with a message in the words of the diagnostics where it does not hold.</summary>
    private void WriteConditions(IEnumerable<Condition> conditions, Func<Dim, string> size)
    {
        foreach (var condition in conditions)
        {
            var values = string.Join(", ", condition.Symbols.Select(symbol => $"{symbol} = {{{size(Dim.Symbol(symbol))}}}"));
            var areThere = string.Concat(condition.Symbols.Where(symbol => !IsHyper(symbol) && model!.Axes.Find(symbol) is { IsOptional: true }).Select(symbol => $"{size(Dim.Symbol(symbol))} is not null && "));
            writer.Line($"if ({areThere}{condition.WriteOpposite(size)})");
            writer.Line($"    throw new global::System.ArgumentException($\"{surface.Type.Name}: {condition.Reason} needs {condition.Text}, but {values}.\");");
        }
    }

    private string HyperText(Hyper hyper)
    {
        var conditions = (model?.Conditions.Where(condition => condition.Symbols.Contains(hyper.Name) && condition.Symbols.All(IsHyper)) ?? [])
            .Select(condition => condition.Text)
            .Concat((model?.NumberConditions ?? []).Where(condition => condition.Hyper == hyper.Name).Select(condition => condition.Text))
            .Distinct().ToArray();
        var range = hyper.Size is null ? "" : $"At least {hyper.Minimum}. ";
        return $"{range}{string.Concat(conditions.Select(condition => $"Must hold: {condition}. "))}Default: {HyperDefault(hyper)}.";
    }

    private static string HyperType(Hyper hyper) => hyper.Size is null ? "double" : "long";

    private static string HyperDefault(Hyper hyper) => hyper.Size is { } size ? CSharp.Number(size) : CSharp.Number(hyper.Number ?? 0);

    private void WriteModules()
    {
        foreach (var hyper in surface.Hypers)
        {
            writer.Summary($"The hyper-parameter {hyper.Name}.");
            writer.Line($"public {HyperType(hyper)} {CSharp.Identifier(hyper.Name)} {{ get; }}");
            writer.Line();
        }
        foreach (var parameter in surface.Parameters)
        {
            writer.Summary($"Parameter {parameter.Type?.Shape.ToDisplay()}.");
            var property = $"public global::TorchSharp.Modules.Parameter {CSharp.Identifier(parameter.Name)}";
            if (model is null)
                writer.Line($"{property} => null!;");
            else
                // TorchSharp sets it where the model is moved or converted.
                writer.Block(property, () =>
                {
                    writer.Line($"get => get_parameter({CSharp.Text(parameter.Name)})!;");
                    writer.Block("private set", () =>
                    {
                        writer.Line($"get_parameter({CSharp.Text(parameter.Name)})?.Dispose();");
                        writer.Line($"ConditionallyRegisterParameter({CSharp.Text(parameter.Name)}, value);");
                    });
                });
            writer.Line();
        }
        foreach (var (name, layer) in surface.Modules)
        {
            var typed = model?.Layers.First(candidate => candidate.Name == name);
            // Of a stack of layers their number says more than a list.
            var parameters = typed is null ? "" : typed.Parameters.Count > MostListed ? $": {Grouped(typed.ParameterCount)} parameters"
                : $": {string.Join(", ", typed.Parameters.Select(parameter => $"{parameter.Name} {parameter.ShapeText}"))}";
            writer.Summary($"{surface.OperatorOf(name)}{(parameters == ": " ? "" : parameters)}.");
            // A shell never assigns its modules, and never runs.
            var mark = surface.MayBeAbsent(name) ? "?" : "";
            writer.Line($"public {layer.PropertyType}{mark} {CSharp.Identifier(name)} {{ get; }}{(model is null ? " = null!;" : "")}");
            writer.Line();
        }
    }

    private void WriteOutputs()
    {
        writer.Summary("What forward returns; the caller disposes the tensors.");
        foreach (var name in surface.Outputs)
            writer.Parameter(Names.Property(name), TypeText(model?.Outputs.First(output => output.Name == name).Type));
        writer.Line($"public readonly record struct Outputs({string.Join(", ", surface.Outputs.Select(name => $"{ModelSurface.Tensor} {Names.Property(name)}"))});");
        writer.Line();
    }

    /// <summary>Writes a body, or in a shell a statement that ends any method.</summary>
    private void Body(Action write)
    {
        if (model is null)
            writer.Line($"throw new global::System.InvalidOperationException({CSharp.Text($"The declaration of {surface.Type.FullName} has errors; they are in the build's output.")});");
        else
            write();
    }

    private static string TypeText(TensorType? type, string? encoding = null) =>
        type is null ? "" : $"{type}{(encoding is null ? "" : $", {encoding}")}{(type.IsOptional ? ", or null" : "")}.";

    /// <summary>A count as people read it: 21,578, or an expression.</summary>
    private static string Grouped(Dim count) => count.Constant is { } number ? number.ToString("N0", CultureInfo.InvariantCulture) : count.Text;
}
