using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NeuralDsl.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Harness;

/// <summary>What every fix owes: its title, its result to the character, and that the result is a model that compiles and trains a step.</summary>
internal static class FixedModel
{
    /// <param name="provider">The lightbulb's provider.</param>
    /// <param name="source">A source with one model and one diagnostic.</param>
    /// <param name="expected">All that is offered, in order: the titles, and the source after each.</param>
    public static Task AssertAsync(CodeFixProvider provider, string source, params (string Title, string Result)[] expected) => AssertAsync(provider, [], source, expected);

    /// <param name="provider">The lightbulb's provider.</param>
    /// <param name="files">The files that the project gives to the compiler.</param>
    /// <param name="source">A source with one model and one diagnostic.</param>
    /// <param name="expected">All that is offered, in order: the titles, and the source after each.</param>
    public static async Task AssertAsync(
        CodeFixProvider provider, ImmutableArray<AdditionalText> files, string source, params (string Title, string Result)[] expected)
    {
        var offered = await CodeFixRun.ApplyAsync(provider, source, files);
        Assert.Equal(expected, offered);
        foreach (var (_, result) in offered)
            await AssertTrainsAsync(result, files);
    }

    /// <summary>That a source is a model without a fault, and that it trains a step.</summary>
    public static async Task AssertTrainsAsync(string source, params ImmutableArray<AdditionalText> files)
    {
        Assert.Empty(await ModelCompilation.AnalyzeAsync(ModelCompilation.Create(source), files));
        var typed = CompiledSource.Check(source, "Net").Model!;
        var type = CompiledSource.Load(source).Type(string.Join("+", typed.Type.ContainingTypes.Select(outer => outer.Name).Append(typed.Type.Name)));
        dynamic model = Activator.CreateInstance(type, [.. type.GetConstructors().Single().GetParameters().Select(parameter => parameter.DefaultValue)])!;
        var batchType = type.GetNestedType("Batch")!;
        var fields = batchType.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single().GetParameters().Select(parameter => parameter.Name!);
        dynamic batch = Activator.CreateInstance(batchType, [.. fields.Select(name => Sample(typed.Inputs.Concat(typed.Targets).First(value => value.Name == name).Type, typed))])!;
        double loss = model.TrainStep(batch, model.CreateOptimizer());
        Assert.True(double.IsFinite(loss));
    }

    /// <summary>Numbers in [0, 1), or the first class, for a batch of 3.</summary>
    private static Tensor Sample(TensorType type, TypedModel model)
    {
        long Size(string symbol) => model.Hypers.FirstOrDefault(hyper => hyper.Name == symbol)?.Size ?? 3;
        long[] shape = [.. type.Shape.Axes.Select(axis => axis.Size.Evaluate(symbol => Size(symbol))!.Value)];
        return type.DType == NeuralDsl.Shapes.DType.Int64 ? zeros(shape, dtype: ScalarType.Int64) : rand(shape);
    }
}
