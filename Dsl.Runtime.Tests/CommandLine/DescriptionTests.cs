using NeuralDsl.Samples;

namespace NeuralDsl.Tests.CommandLine;

/// <summary>Commands that describe models.</summary>
public sealed class DescriptionTests : IDisposable
{
    private readonly Terminal terminal = new(WineMlp.Definition, DigitsCnn.Definition);

    public void Dispose() => terminal.Dispose();

    [Fact]
    public void List_has_a_line_for_each_model() => Assert.Equal(
        (ModelCommandLine.Done,
        "WineMlp     3,403 parameters  Which of three growers a wine comes from, by thirteen chemical measurements.\n"
        + "DigitsCnn  21,482 parameters  Reads handwritten digits of 8 by 8 pixels.\n",
        ""),
        terminal.Say("list"));

    [Fact]
    public void List_of_no_models_is_empty()
    {
        using var empty = new Terminal();
        Assert.Equal((ModelCommandLine.Done, "", ""), empty.Say("list"));
    }

    [Fact]
    public void Summary_takes_sizes_and_hyper_parameters()
    {
        var (code, output, error) = terminal.Say("summary", "WineMlp", "--size", "hidden=10", "--size", "N=2");
        Assert.Equal((ModelCommandLine.Done, ""), (code, error));
        Assert.Matches(@" linear1 +Linear +\[2,10\] +140 +260 ", output);
        using var model = new WineMlp(hidden: 10);
        Assert.Matches($@"\n +{model.parameters().Sum(parameter => parameter.numel())} +520 *\n", output);
    }

    [Fact]
    public void Diagram_is_text_or_a_file()
    {
        var architecture = WineMlp.Definition.Architecture;
        Assert.Equal((ModelCommandLine.Done, architecture.ToMermaid() + "\n", ""), terminal.Say("diagram", "WineMlp"));
        foreach (var (name, expected) in new[] { ("graph.svg", architecture.ToSvg()), ("graph.mmd", architecture.ToMermaid()) })
        {
            Assert.Equal((ModelCommandLine.Done, "", ""), terminal.Say("diagram", "WineMlp", "--output", terminal[name]));
            Assert.Equal(expected, File.ReadAllText(terminal[name]));
        }
        var (code, _, error) = terminal.Say("diagram", "WineMlp", "-o", terminal["nowhere", "graph.svg"]);
        Assert.Equal(ModelCommandLine.Failed, code);
        Assert.Contains(terminal["nowhere", "graph.svg"], error);
    }
}
