using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Lints;
using NeuralDsl.Shapes;

namespace NeuralDsl;

/// <summary>The pure compiler that analyzer and generator share: from a declaration to a typed model, or to what is wrong with it.</summary>
internal static class ModelCompiler
{
    /// <exception cref="OperationCanceledException">The editor no longer wants the answer.</exception>
    public static CompiledModel Compile(ModelDeclaration declaration, CancellationToken cancellation) => Compile(declaration, [], cancellation);

    /// <param name="declaration">The model.</param>
    /// <param name="files">What is known of the files that it declares.</param>
    /// <param name="cancellation">Whether the answer is still wanted.</param>
    /// <exception cref="OperationCanceledException">The editor no longer wants the answer.</exception>
    public static CompiledModel Compile(ModelDeclaration declaration, EquatableArray<DataFile> files, CancellationToken cancellation)
    {
        if (DataClassCompiler.IsDataClass(declaration))
            return DataClassCompiler.Compile(declaration, files, cancellation);
        var faults = ClassChecker.Check(declaration);
        if (faults.Count > 0)
            return new(null, null, faults.ToEquatableArray());
        try
        {
            var graph = GraphBuilder.Build(declaration, faults);
            cancellation.ThrowIfCancellationRequested();
            var model = ShapeChecker.Check(graph, faults);
            if (model is not null && graph.Settings.Data is { } data)
            {
                new DataChecker(graph, model, data, files, faults).Check();
                model = faults.Any(fault => fault.IsError) ? null : model;
            }
            // Warnings on top of an error would be noise, and they are about models that run.
            if (model is not null)
            {
                var linted = new LintedModel(graph, model);
                faults.AddRange(Lint.All.SelectMany(lint => lint.Check(linted)));
            }
            return new(graph, model, faults.ToEquatableArray());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // An exception would switch the generator off for the whole project; a diagnostic names the model instead.
            return new(null, null, [new(Rules.InternalError, FaultLocation.OfClass, declaration.Type.Name, $"{error.GetType().Name}: {error.Message}")]);
        }
    }
}

/// <summary>What the compiler made of a declaration.</summary>
/// <param name="Graph">The graph; null where the class itself cannot be a model.</param>
/// <param name="Model">The typed model; null where there is an error.</param>
/// <param name="Faults">Everything that is wrong, in the order in which it was found.</param>
internal sealed record CompiledModel(ModelGraph? Graph, TypedModel? Model, EquatableArray<Fault> Faults)
{
    /// <summary>What a class for the data of another model holds; null for a model.</summary>
    public DataClass? DataClass { get; init; }
}
