using NeuralDsl.Samples;

namespace NeuralDsl.Tests.CommandLine;

/// <summary>A command line that is wrong is refused with a sentence that says how it is right, before anything is read or written.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Terminal terminal = new(SampleModels.All);

    public void Dispose() => terminal.Dispose();

    [Theory]
    [InlineData("train WinMlp", "There is no model 'WinMlp'; did you mean 'WineMlp'?")]
    [InlineData("summary Breast", "There is no model 'Breast'; did you mean 'BreastCancerNet'?")]
    [InlineData("train xyz", "There is no model 'xyz'; 'list' shows them all.")]
    [InlineData("train WineMlp --epochs 0", "--epochs takes a whole number of at least 1, not '0'.")]
    [InlineData("train WineMlp --epochs many", "--epochs takes a whole number of at least 1, not 'many'.")]
    [InlineData("train WineMlp --batch-size 2.5", "--batch-size takes a whole number of at least 1, not '2.5'.")]
    [InlineData("train WineMlp --seed 99999999999", "--seed takes a whole number of at least 0, not '99999999999'.")]
    [InlineData("search WineMlp --trials 0", "--trials takes a whole number of at least 1, not '0'.")]
    [InlineData("train WineMlp --hyper hidden", "--hyper takes a name and a number, such as --hyper N=32, not 'hidden'.")]
    [InlineData("train WineMlp --hyper hidden=big", "--hyper takes a name and a number, such as --hyper N=32, not 'hidden=big'.")]
    [InlineData("train WineMlp --hyper =3", "--hyper takes a name and a number, such as --hyper N=32, not '=3'.")]
    [InlineData("train WineMlp --hyper width=3", "WineMlp has no hyper-parameter 'width'; it has hidden.")]
    [InlineData("train DigitsCnn --hyper width=3", "DigitsCnn has no hyper-parameter 'width'; it has none.")]
    [InlineData("train WineMlp --hyper hidden=2.5", "WineMlp: hyper-parameter 'hidden' is a whole number, not 2.5.")]
    [InlineData("train WineMlp --hyper hidden=1e30", "WineMlp: hyper-parameter 'hidden' is a whole number, not 1E+30.")]
    [InlineData("train WineMlp --hyper hidden=nan", "WineMlp: hyper-parameter 'hidden' is a whole number, not NaN.")]
    [InlineData("train WineMlp --resume --seed 3", "--seed has no place beside --resume: the run goes on as it began.")]
    [InlineData("train WineMlp --resume --batch-size 3", "--batch-size has no place beside --resume: the run goes on as it began.")]
    [InlineData("train WineMlp --resume --small", "--small has no place beside --resume: the run goes on as it began.")]
    [InlineData("train WineMlp --device tpu", "--device takes cpu, cuda or cuda:N, not 'tpu'.")]
    [InlineData("summary WineMlp --size N=2.5", "--size takes whole numbers, not N=2.5.")]
    [InlineData("diagram WineMlp --output graph.png", "--output takes a file that ends in .svg or .mmd, not 'graph.png'.")]
    public void A_wrong_word_is_explained(string line, string message)
    {
        var words = line.Split(' ');
        Assert.Equal((ModelCommandLine.Misused, "", $"{message}\n'{words[0]} --help' shows what can be said.\n"), terminal.Say(words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("practise")]
    [InlineData("train")]
    [InlineData("train WineMlp --epochs")]
    [InlineData("train WineMlp --epochs 1 --epochs 2")]
    [InlineData("train WineMlp --seed 1 --seed 2")]
    [InlineData("train WineMlp --device cpu --device cpu")]
    [InlineData("train WineMlp BreastCancerNet")]
    [InlineData("train WineMlp --rounds 3")]
    [InlineData("search WineMlp --method best")]
    public void What_is_no_command_is_refused(string line)
    {
        var (code, output, error) = terminal.Say(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((ModelCommandLine.Misused, ""), (code, output));
        Assert.EndsWith("--help' shows what can be said.\n", error);
    }

    [Theory]
    [InlineData("--help", "diagram")]
    [InlineData("train --help", "--resume")]
    [InlineData("search --help", "--trials")]
    public void Help_is_no_error(string line, string part)
    {
        var (code, output, error) = terminal.Say(line.Split(' '));
        Assert.Equal((ModelCommandLine.Done, ""), (code, error));
        Assert.Contains(part, output);
    }

    [Theory]
    [InlineData("winemlp")]
    [InlineData("wine-mlp")]
    public void Case_and_dashes_of_a_name_do_not_matter(string name) => Assert.Equal(terminal.Say("summary", "WineMlp"), terminal.Say("summary", name));

    /// <summary>Otherwise the next command would take it for the newest run.</summary>
    [Theory]
    [InlineData("--data", "nowhere.csv")]
    [InlineData("--hyper", "hidden=-3")]
    public void A_training_that_cannot_begin_leaves_no_run(string option, string value)
    {
        terminal.Do("train", "WineMlp", "--epochs", "1", "--quiet");
        Assert.Contains(value.Split('=')[0], terminal.Fail("train", "WineMlp", option, value));
        Assert.Equal([terminal["runs", "WineMlp", "1"]], Directory.GetDirectories(terminal["runs", "WineMlp"]));
    }
}
