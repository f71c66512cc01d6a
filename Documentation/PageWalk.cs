namespace NeuralDsl.Documentation;

/// <summary>Someone who does what a page says: types its commands one after the other, writes the files that it shows, and compares.</summary>
/// <param name="folder">Where the walk begins.</param>
/// <param name="bash">Runs a script in a folder and gives its exit code and all that it printed.</param>
internal sealed class PageWalk(string folder, Func<string, string, (int ExitCode, string Output)> bash)
{
    private string folder = folder;

    public void Take(CodeBlock block)
    {
        if (block.File.Length > 0)
            File.WriteAllText(Path.Combine(folder, block.File), block.Text);
        foreach (var command in block.Commands)
            Take(command);
    }

    /// <summary>A command whose output the page does not show must succeed; of another the output decides.</summary>
    public void Take(ShownCommand shown)
    {
        var (exitCode, output) = bash(folder, $"""
            {shown.Command}
            status=$?
            echo "left in $PWD"
            exit $status
            """);
        var end = output.LastIndexOf("left in ", StringComparison.Ordinal);
        folder = output[(end + "left in ".Length)..].Trim();
        output = output[..end];
        Assert.True(shown.Output.Length > 0 || exitCode == 0, $"$ {shown.Command}\nended with {exitCode}:\n{output}");
        Assert.True(shown.Output.Length == 0 || shown.Shows(output), $"$ {shown.Command}\nis shown to print\n{shown.Output}\nbut printed\n{output}");
    }
}
