using System.Globalization;
using NeuralDsl.Samples;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Definition;

/// <summary>A model's declaration as an object.</summary>
public class ModelDefinitionTests
{
    [Fact]
    public void It_has_what_is_declared()
    {
        var definition = WineMlp.Definition;
        Assert.Equal(("WineMlp", "Which of three growers a wine comes from, by thirteen chemical measurements."), (definition.Name, definition.Summary));
        Assert.Equal(new HyperDefault("hidden", 50, true), Assert.Single(definition.Hypers));
        Assert.Equal(20, definition.Training.Epochs);
        Assert.Equal(["hidden", "LearningRate"], definition.Search.Select(range => range.Name));
        Assert.Equal([10.0, 25, 50, 100], definition.Search[0].Values.AsEnumerable());
        Assert.Equal((1e-4, 1e-1, true), (definition.Search[1].From, definition.Search[1].To, definition.Search[1].Log));
        Assert.Equal("data/wine.csv", definition.Data!.Path);
    }

    [Fact]
    public void Create_calls_the_constructor()
    {
        using var standard = WineMlp.Definition.Create();
        using var small = WineMlp.Definition.Create(new(new Dictionary<string, double> { ["hidden"] = 7 }));
        Assert.Equal([50, 13], standard.state_dict()["linear1.weight"].shape);
        Assert.Equal([7, 13], small.state_dict()["linear1.weight"].shape);
    }

    [Theory]
    [InlineData("width", 3, "Searched has no hyper-parameter 'width'; it has d, groups.")]
    [InlineData("d", 2.5, "Searched: hyper-parameter 'd' is a whole number, not 2.5.")]
    [InlineData("d", 1e19, "Searched: hyper-parameter 'd' is a whole number, not 1E+19.")]
    [InlineData("d", double.PositiveInfinity, "Searched: hyper-parameter 'd' is a whole number, not Infinity.")]
    [InlineData("groups", double.NaN, "Searched: hyper-parameter 'groups' is a whole number, not NaN.")]
    public void Values_that_the_model_cannot_take_are_an_error(string name, double value, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Searched.Definition.Create(new(new Dictionary<string, double> { [name] = value }))).Message);

    [Fact]
    public void Values_that_do_not_fit_each_other_are_the_constructors_error() => Assert.Equal(
        Assert.ThrowsAny<ArgumentException>(() => new Searched(d: 5)).Message,
        Assert.ThrowsAny<ArgumentException>(() => Searched.Definition.Create(new(new Dictionary<string, double> { ["d"] = 5 }))).Message);

    [Fact]
    public void A_definition_with_other_data_is_the_same_otherwise()
    {
        var other = WineMlp.Definition.With(new CsvSource<WineMlp.Batch>("other.csv"));
        Assert.Equal("other.csv", other.Data!.Path);
        Assert.Equal("data/wine.csv", WineMlp.Definition.Data!.Path);
        Assert.Equal(
            (WineMlp.Definition.Architecture, WineMlp.Definition.Summary, WineMlp.Definition.Hypers, WineMlp.Definition.Training, WineMlp.Definition.Search),
            (other.Architecture, other.Summary, other.Hypers, other.Training, other.Search));
    }

    [Fact]
    public void A_model_without_data_says_how_to_declare_them()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(ModelCommandLine.Failed, ModelCommandLine.Run(["train", "Searched"], [Searched.Definition], output, error));
        Assert.Equal(
            "Searched declares no data: give the class an attribute such as [Csv(\"file.csv\")], or its definition a source with Definition.With(...).\n",
            error.ToString());
    }

    [Fact]
    public void Values_are_known_by_name()
    {
        var values = new HyperValues(new Dictionary<string, double> { ["heads"] = 4, ["dropout"] = 0.25 });
        Assert.Equal(["dropout", "heads"], values.Names);
        Assert.Equal((4, 0.25, null), (values["heads"], values["dropout"], values["d"]));
        Assert.Equal((4L, 8L, 0.25, 0.5), (values.Get("heads", 1L), values.Get("d", 8L), values.Get("dropout", 0.0), values.Get("rate", 0.5)));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            Assert.Equal("dropout=0.25, heads=4", values.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
        Assert.Equal("", new HyperValues().ToString());
    }
}
