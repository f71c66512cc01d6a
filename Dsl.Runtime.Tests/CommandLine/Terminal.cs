namespace NeuralDsl.Tests.CommandLine;

/// <summary>Where commands are said, with a folder for their files.</summary>
internal sealed class Terminal(params IReadOnlyList<ModelDefinition> models) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("neuraldsl-");

    /// <summary>The folder of all runs.</summary>
    public string Runs => this["runs"];

    public string this[params string[] path] => Path.Combine([folder.FullName, .. path]);

    /// <summary>What a command answers.</summary>
    public (int Code, string Output, string Error) Say(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = ModelCommandLine.Run(arguments, [.. models], output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>What a command prints that does what it was asked, with the runs in this folder.</summary>
    public string Do(params string[] arguments)
    {
        var (code, output, error) = Say([.. arguments, "--runs", Runs]);
        Assert.Equal("", error);
        Assert.Equal(ModelCommandLine.Done, code);
        return output;
    }

    /// <summary>What a command says that fails, with the runs in this folder.</summary>
    public string Fail(params string[] arguments)
    {
        var (code, output, error) = Say([.. arguments, "--runs", Runs]);
        Assert.Equal("", output);
        Assert.Equal(ModelCommandLine.Failed, code);
        return error.TrimEnd();
    }

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, params IEnumerable<string> lines)
    {
        File.WriteAllLines(this[name], lines);
        return this[name];
    }

    public void Dispose() => folder.Delete(recursive: true);
}
