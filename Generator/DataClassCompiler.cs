using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl;

/// <summary>Compiles a class that holds the data of a model which is declared elsewhere.</summary>
internal static class DataClassCompiler
{
    private const string Property = "Source";

    public static bool IsDataClass(ModelDeclaration declaration) =>
        declaration.Attributes.Any(attribute => attribute.Name == "Data") && declaration.Attributes.All(attribute => attribute.Name != "Model");

    /// <exception cref="OperationCanceledException">The editor no longer wants the answer.</exception>
    public static CompiledModel Compile(ModelDeclaration declaration, EquatableArray<DataFile> files, CancellationToken cancellation)
    {
        var name = declaration.Type.Name;
        var index = declaration.Attributes.ToList().FindIndex(attribute => attribute.Name == "Data");
        var argument = declaration.Attributes[index].TypeArgument!;
        var faults = new List<Fault>();
        CompiledModel Finish(ModelGraph? model, GraphData? data) => new(WithoutNetwork(declaration.Type), null, faults.ToEquatableArray())
        {
            // Without a batch there is nothing that a source could fill.
            DataClass = model is { Inputs.Count: > 0, Nodes.Count: > 0, Losses.Count: > 0 } ? new(declaration.Type, argument, data) : null,
        };
        if (WhyNot(declaration) is { } why)
        {
            faults.Add(new(Rules.UnfitDataClass, FaultLocation.OfClass, name, why));
            return new(null, null, faults.ToEquatableArray());
        }
        var compiled = argument.Model is { } model ? ModelCompiler.Compile(model, cancellation) : null;
        if (compiled is null || (compiled.Graph is { } graph && graph.Losses.Count == 0))
        {
            faults.Add(new(Rules.UnfitDataClass, new(index), name, compiled is null ? $"'{argument.Name}' is no model" : $"model '{argument.Name}' has no loss, and so no batch"));
            return Finish(null, null);
        }
        var settings = new SettingsReader(name, [], faults);
        for (var i = 0; i < declaration.Attributes.Count; i++)
        {
            var attribute = declaration.Attributes[i];
            if (GraphData.IsKind(attribute.Name))
                settings.Read(attribute, i, new ArgumentReader(attribute, i, [], faults));
            else if (i != index)
                faults.Add(new(Rules.UnfitDataClass, new(i), name, $"{attribute.Name} belongs to the model"));
        }
        var data = settings.Finish([]).Data;
        if (declaration.Attributes.All(attribute => !GraphData.IsKind(attribute.Name)))
            faults.Add(new(Rules.UnfitDataClass, new(index), name, "it declares none; add [Csv], [Idx], [Images] or [Text]"));
        // What is wrong with the model is said there.
        if (data is not null && compiled is { Graph: not null, Model: not null })
            new DataChecker(compiled.Graph, compiled.Model, data, files, faults).Check();
        return Finish(compiled.Graph, data);
    }

    private static string? WhyNot(ModelDeclaration declaration) => declaration.Type switch
    {
        { IsGeneric: true } => "it is generic",
        { IsPartial: false } => "it is not partial, and the generator writes the rest of it",
        var type when type.ContainingTypes.FirstOrDefault(container => !container.IsPartial) is { } closed => $"'{closed.Name}' around it is not partial",
        _ when declaration.MemberNames.Contains(Property) => $"it declares a member '{Property}' itself",
        _ => null,
    };

    /// <summary>Repairs of the data look for nothing in the model, whose attributes stand elsewhere.</summary>
    private static ModelGraph WithoutNetwork(TypeDeclaration type) => new(type, [], [], [], [], [], [], [], [], null, new(null, [], null, []), [], TypedModel.Automatic);
}
