using NeuralDsl.Declaration;
using NeuralDsl.Graph;
using NeuralDsl.Operators;

namespace NeuralDsl.Emission;

/// <summary>The other part of a class that holds data: the source.</summary>
internal static class DataClassEmitter
{
    public static EmittedSource Emit(DataClass declared)
    {
        var (type, model, data) = declared;
        var writer = new CodeWriter();
        writer.GeneratedFile(type, () => writer.Block($"partial {(type.IsRecord ? "record" : "class")} {CSharp.Identifier(type.Name)}", () =>
        {
            var batch = $"{model.FullName}.Batch";
            writer.Summary($"The data of {model.Name}: {data?.Path}.");
            writer.Line($"{(model.IsPublic ? "public" : "internal")} static global::NeuralDsl.DataSource<{batch}> Source {{ get; }} = {(data is null ? "null!" : DataSourceText.Of(data, batch))};");
        }));
        return new(EmittedSource.HintNameOf(type.FullName), writer.ToString());
    }
}
