using System.Globalization;
using System.Text.RegularExpressions;
using NeuralDsl.Generator.Tests.Harness;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Operators;

/// <summary>Patterns: the legal ones against their definition, element by element, and the wrong ones at the characters that are wrong.</summary>
public partial class EinopsTests
{
    public static TheoryData<string, string, string> Legal => new()
    {
        // Order.
        { "Rearrange(\"n t d -> n d t\")", "N T=3 4", "N 4 T=3" },
        { "Rearrange(\"n t d -> d t n\")", "N T=3 4", "4 T=3 N" },
        { "Rearrange(\"  n   t d->t n d \")", "N 3 4", "3 N 4" },
        { "Rearrange(\"image_1 row2 _ -> image_1 _ row2\")", "N 3 4", "N 4 3" },
        // Ones, which come and go.
        { "Rearrange(\"n 1 d -> n d\")", "N 1 4", "N 4" },
        { "Rearrange(\"n () d -> n d\")", "N 1 4", "N 4" },
        { "Rearrange(\"n d -> n 1 d 1\")", "N 4", "N 1 4 1" },
        { "Rearrange(\"n d -> () d n ()\")", "N 4", "1 4 N 1" },
        { "Rearrange(\"n 1 d -> d 1 n 1\")", "N 1 4", "4 1 N 1" },
        { "Rearrange(\"n (1 t) d -> n t (d 1)\")", "N 3 4", "N 3 4" },
        { "Rearrange(\"1 n 1 -> n\")", "1 3 1", "3" },
        // Splits and joins.
        { "Rearrange(\"n t (h e) -> n h t e\", \"h=2\")", "N 3 4", "N 2 3 2" },
        { "Rearrange(\"n t (h e) -> n h t e\", \"h=2, e=2\")", "N 3 4", "N 2 3 2" },
        { "Rearrange(\"n (t k) d -> n t (k d)\", \"k=3\")", "N 6 2", "N 2 6" },
        { "Rearrange(\"n (t k) d -> k (n t) d\", \"t=3\")", "2 6 2", "2 6 2" },
        { "Rearrange(\"n c (h p) (w q) -> n (h w) (c p q)\", \"p=2, q=3\")", "N 2 4 6", "N 4 12" },
        { "Rearrange(\"n (a b c) -> n c b a\", \"a=2 b=3\")", "N 12", "N 2 3 2" },
        { "Rearrange(\"n t d -> (n t d)\")", "2 3 4", "24" },
        { "Rearrange(\"n t -> n t\", \"t=3\")", "N 3", "N 3" },
        // Reductions.
        { "Reduce(\"n t d -> n d\")", "N 3 4", "N 4" },
        { "Reduce(\"n t d -> n 1 d\", Reduction.Sum)", "N 3 4", "N 1 4" },
        { "Reduce(\"n t d -> n () d\", Reduction.Max)", "N 3 4", "N 1 4" },
        { "Reduce(\"n t d -> d n\", Reduction.Min)", "N 3 4", "4 N" },
        { "Reduce(\"n t d ->\", Reduction.Max)", "2 3 4", "" },
        { "Reduce(\"n t d -> 1 1\", Reduction.Sum)", "2 3 4", "1 1" },
        { "Reduce(\"n t d -> n t d\", Reduction.Max)", "N 3 4", "N 3 4" },
        { "Reduce(\"n c (h p) (w q) -> n c h w\", Reduction.Max, \"p=2, q=3\")", "N 2 4 6", "N 2 2 2" },
        { "Reduce(\"n c (h 2) (w 3) -> n c h w\", Reduction.Max)", "N 2 4 6", "N 2 2 2" },
        { "Reduce(\"n (2 t) (2 d) -> n (d t)\", Reduction.Mean)", "N 6 4", "N 6" },
        { "Reduce(\"n 3 d -> n d\", Reduction.Sum)", "N 3 4", "N 4" },
        // Repetitions.
        { "Repeat(\"n d -> n t d\", \"t=3\")", "N 4", "N 3 4" },
        { "Repeat(\"n d -> n (d t)\", \"t=3\")", "N 4", "N 12" },
        { "Repeat(\"n d -> n (t d)\", \"t=3\")", "N 4", "N 12" },
        { "Repeat(\"n d -> d a n b\", \"a=2, b=3\")", "N 4", "4 2 N 3" },
        { "Repeat(\"n (h d) -> (h n) d k\", \"h=2, k=3\")", "2 4", "4 2 3" },
        { "Repeat(\"n 1 d -> n 3 d\")", "N 1 4", "N 3 4" },
        { "Repeat(\"n d -> n (d 2) 1\")", "N 4", "N 8 1" },
        { "Repeat(\"n d -> n d\")", "N 4", "N 4" },
    };

    /// <summary>All of the rows in one assembly, since each compilation takes its time.</summary>
    private static readonly Lazy<CompiledSource> Models = new(() => CompiledSource.Load(
        "global using NeuralDsl;",
        string.Join("\n", Legal.Select((row, i) => $"[Model, Input(\"x\", \"{row[1]}\"), {row[0]}]\npublic partial class Net{i};"))));

    [Theory]
    [MemberData(nameof(Legal))]
    public void A_legal_pattern_means_what_einops_says(string layer, string input, string output)
    {
        var index = Legal.Select((row, i) => (row, i)).First(pair => (string)pair.row[0] == layer).i;
        using var model = Models.Value.CreateModel($"Net{index}");
        long[] shape = [.. input.Split(' ').Select(axis => axis == "N" ? 2 : long.Parse(axis.Split('=')[^1], CultureInfo.InvariantCulture))];
        using var x = rand(shape);
        using var y = model.call(x);

        var (expectedShape, expected) = Definition(layer, shape, x.data<float>().ToArray());
        Assert.Equal(expectedShape, y.shape);
        Assert.Equal(expected, y.contiguous().data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
        var typed = CompiledSource.Check($"[Model, Input(\"x\", \"{input}\"), {layer}]\npublic partial class Net;").Model!;
        Assert.Equal(output, typed.Layers[^1].Output.Shape.ToString());
    }

    /// <summary>A size that only the data decides is split where it can be, and refused where it cannot.</summary>
    [Fact]
    public void An_open_size_is_split_when_the_model_runs()
    {
        using var model = CompiledSource.Load(
            "global using NeuralDsl;", "[Model, Input(\"x\", \"N ? 3\"), Rearrange(\"n (t k) d -> n t (k d)\", \"k=2\")]\npublic partial class Net;").CreateModel("Net");
        using var even = rand(2, 8, 3);
        using var split = model.call(even);
        Assert.Equal([2, 4, 6], split.shape);
        Assert.Equal(Definition("Rearrange(\"n (t k) d -> n t (k d)\", \"k=2\")", [2, 8, 3], even.data<float>().ToArray()).Values, split.contiguous().data<float>().ToArray());
        using var odd = rand(2, 7, 3);
        Assert.ThrowsAny<Exception>(() => model.call(odd));
    }

    [Theory]
    // The characters that are wrong stand between guillemets.
    [InlineData("Rearrange(\"n t «(»h d -> n h t d\", \"h=2\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t h d«)» -> n h t d\")", "N 3 2 2", "NDSL0201")]
    [InlineData("Rearrange(\"n (t «(»h d)) -> n h t d\", \"h=2\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t d«\"»)", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t d -> n d t «-»> n\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t«,» d -> n d t\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n «...» -> n\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n «…» -> n\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n «?» d -> n d\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n «0» d -> n d\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n «99999999999999999999» d -> n d\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n «-»1 d -> n d\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t «n» -> n t\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (d «d») -> n t d\", \"d=2\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t d -> n d t «d»\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n «t» d -> n d\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t d -> n t d «k»\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t d -> n t d «k»\", \"k=2\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t d -> n t d «2»\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n (t «3») d -> n t d\")", "N 3 4", "NDSL0201")]
    [InlineData("Reduce(\"n t d -> n d «k»\", Reduction.Max, \"k=2\")", "N 3 4", "NDSL0201")]
    [InlineData("Repeat(\"n t d -> n t d «k»\")", "N 3 4", "NDSL0201")]
    [InlineData("Repeat(\"n «t» d -> n d k\", \"k=2\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (h «d») -> n h t d\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(«\"n t -> t n\"»)", "N 3 4", "NDSL1101")]
    [InlineData("Rearrange(«\"-> 1\"»)", "N 3 4", "NDSL1101")]
    // Sizes.
    [InlineData("Rearrange(\"n t «(h d)» -> n h t d\", \"h=3\")", "N 3 4", "NDSL1209")]
    [InlineData("Rearrange(\"n t «(h d)» -> n h t d\", \"h=2, d=3\")", "N 3 4", "NDSL1209")]
    [InlineData("Rearrange(\"n «t» d -> n d t\", \"t=5\")", "N 3 4", "NDSL1209")]
    [InlineData("Rearrange(\"n «1» d -> n d\")", "N 3 4", "NDSL1209")]
    [InlineData("Rearrange(\"n «()» d -> n d\")", "N 3 4", "NDSL1209")]
    [InlineData("Reduce(\"n «(t 2)» d -> n t d\")", "N 3 4", "NDSL1209")]
    [InlineData("Reduce(\"n «2» d -> n d\")", "N 3 4", "NDSL1209")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"h=2, «h=4»\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"h=2, «k»=4\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"«2»\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"h=«0»\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"h=«-1»\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"h=«\"»)", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"h=2«:»\")", "N 3 4", "NDSL0201")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"h=«?»\")", "N 3 4", "NDSL0203")]
    [InlineData("Rearrange(\"n t (h d) -> n h t d\", \"h=«heads»\")", "N 3 4", "NDSL0203")]
    [InlineData("Repeat(\"n t d -> n t d k\", \"k=2*«K»\")", "N 3 4", "NDSL0203")]
    public async Task A_wrong_pattern_is_one_error_at_the_characters(string layer, string input, string id)
    {
        var marked = $"[Model, Input(\"x\", \"{input}\"), {layer}]\npublic partial class Net;";
        var diagnostic = Assert.Single(await ModelCompilation.AnalyzeAsync(ModelCompilation.Create("global using NeuralDsl;", marked.Replace("«", "").Replace("»", ""))));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(marked[(marked.IndexOf('«') + 1)..marked.IndexOf('»')], diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Equal(marked.IndexOf('«'), diagnostic.Location.SourceSpan.Start);
    }

    /// <summary>The result by the definition: every element of it is the reduction of all the elements whose named axes have the same indices.</summary>
    private static (long[] Shape, float[] Values) Definition(string layer, long[] shape, float[] values)
    {
        var texts = Texts().Matches(layer).Select(match => match.Groups[1].Value).ToArray();
        var sides = texts[0].Split("->");
        var (left, right) = (Axes(sides[0], "left"), Axes(sides[1], "right"));
        var sizes = texts.Skip(1).SelectMany(text => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).Select(size => size.Split('='))
            .ToDictionary(pair => pair[0], pair => long.Parse(pair[1], CultureInfo.InvariantCulture));
        foreach (var number in left.Concat(right).SelectMany(group => group).Where(axis => char.IsDigit(axis[0])))
            sizes[number] = long.Parse(number.Split('@')[0], CultureInfo.InvariantCulture);
        for (var i = 0; i < left.Count; i++)
        {
            if (left[i].SingleOrDefault(axis => !sizes.ContainsKey(axis)) is { } open)
                sizes[open] = shape[i] / left[i].Where(axis => axis != open).Aggregate(1L, (product, axis) => product * sizes[axis]);
        }
        long SizeOf(string[] group) => group.Aggregate(1L, (product, axis) => product * sizes[axis]);
        long At(List<string[]> side, IReadOnlyDictionary<string, long> indices) => side.Aggregate(0L, (flat, group) =>
            group.Aggregate(flat, (inner, axis) => (inner * sizes[axis]) + indices[axis]));

        string[] names = [.. left.Concat(right).SelectMany(group => group).Distinct()];
        var result = new List<float>[right.Aggregate(1L, (product, group) => product * SizeOf(group))];
        for (var combination = 0L; combination < names.Aggregate(1L, (product, name) => product * sizes[name]); combination++)
        {
            var (rest, indices) = (combination, new Dictionary<string, long>());
            foreach (var name in names)
                (indices[name], rest) = (rest % sizes[name], rest / sizes[name]);
            (result[At(right, indices)] ??= []).Add(values[At(left, indices)]);
        }
        Func<List<float>, float> reduce = layer.Contains("Sum") ? all => all.Sum() : layer.Contains("Max") ? all => all.Max() : layer.Contains("Min") ? all => all.Min() : all => all.Average();
        return ([.. right.Select(SizeOf)], [.. result.Select(reduce)]);
    }

    /// <summary>The axes of one side, each a list of names; a number is a name with its size and place.</summary>
    private static List<string[]> Axes(string side, string label) => [.. Groups().Matches(side)
        .Select(match => match.Value.Trim('(', ')').Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((axis, i) => char.IsDigit(axis[0]) ? $"{axis}@{label}{match.Index}.{i}" : axis).ToArray())];

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Texts();

    [GeneratedRegex(@"\([^)]*\)|\w+")]
    private static partial Regex Groups();
}
