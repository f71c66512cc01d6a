using System.Reflection;
using Microsoft.CodeAnalysis;
using NeuralDsl.Declaration;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Harness;

/// <summary>User code, generated, compiled without a warning and loaded, so that its models can run.</summary>
internal sealed class CompiledSource
{
    private readonly Assembly assembly;

    private CompiledSource(Assembly assembly) => this.assembly = assembly;

    public static CompiledSource Load(params string[] sources)
    {
        var generated = ModelCompilation.Generate(ModelCompilation.Create(sources));
        var messages = ModelCompilation.CompilerMessages(generated);
        Assert.True(messages.IsEmpty, string.Join("\n", messages.Select(message => $"{message}: {LineOf(message)}")));
        return Load(generated);
    }

    /// <summary>What has been generated and checked already.</summary>
    public static CompiledSource Load(Compilation generated)
    {
        using var stream = new MemoryStream();
        var result = generated.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return new(Assembly.Load(stream.ToArray()));
    }

    /// <summary>A new model with one input and one output.</summary>
    public nn.Module<Tensor, Tensor> CreateModel(string name) => (nn.Module<Tensor, Tensor>)Create(name);

    /// <summary>A new model with the defaults of its hyper-parameters.</summary>
    public object Create(string name)
    {
        var constructor = Type(name).GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)]);
    }

    public Type Type(string name) => assembly.GetType(name, throwOnError: true)!;

    private static string? LineOf(Diagnostic message) =>
        message.Location.SourceTree?.GetText().Lines[message.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();

    /// <summary>The pure compiler's answer for the one model in a source.</summary>
    public static CompiledModel Check(string source) => Check(source, name: null);

    /// <summary>The pure compiler's answer for a model, by its name where there are several.</summary>
    public static CompiledModel Check(string source, string? name, params string[] others)
    {
        var globalUsing = others.Any(other => other.Contains("global using NeuralDsl;")) ? "" : "global using NeuralDsl;";
        var compilation = ModelCompilation.Create([globalUsing, source, .. others]);
        var type = compilation.GetSymbolsWithName(candidate => name is null || candidate == name, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Single(type => ModelReader.ElementsOf(type).Any());
        return ModelCompiler.Compile(ModelReader.Read(type, compilation, default)!, default);
    }
}
