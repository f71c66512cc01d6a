using System.Globalization;
using NeuralDsl.Architectures;
using NeuralDsl.Parity;

namespace NeuralDsl.Tests.Architectures;

/// <summary>Published architectures: what is published of them, and PyTorch's numbers from the same weights.</summary>
public class ArchitectureTests
{
    private static readonly (string, (string, long?)[]) Image = ("224×224", [("N", 1), ("H", 224), ("W", 224)]);

    private static readonly ArchitectureRow[] Rows =
    [
        new("LeNet-5", typeof(LeNet5), 61_706, ("28×28", [("N", 1)]), null, "", () => [rand(2, 1, 28, 28)]),
        new("AlexNet", typeof(AlexNet), 61_100_840, Image, "0.71", "hidden=32, classes=7", () => [rand(2, 3, 64, 96)]),
        new("VGG-16", typeof(Vgg16), 138_357_544, Image, "15.47", "width=4, hidden=32, classes=7", () => [rand(2, 3, 32, 64)]),
        new("ResNet-18", typeof(ResNet18), 11_689_512, Image, "1.81", "width=16, classes=7", () => [rand(2, 3, 64, 96)]),
        new("ResNet-50", typeof(ResNet50), 25_557_032, Image, "4.09", "width=8, classes=7", () => [rand(2, 3, 64, 96)]),
        new("MobileNetV2", typeof(MobileNetV2), 3_504_872, Image, "0.30", "classes=7", () => [rand(2, 3, 64, 96)]),
        new("U-Net", typeof(UNet), 31_037_698, ("224×224", [("N", 1), ("h", 14), ("w", 14)]), null, "width=4, classes=3", () => [rand(2, 3, 32, 48)]),
        new("ViT-B/16", typeof(ViT), 86_567_656, ("224×224", [("N", 1)]), "17.56", "size=16, patch=4, layers=3, heads=2, d=16, hidden=32, classes=7",
            () => [rand(2, 3, 16, 16)]),
        new("BERT-base", typeof(Bert), 109_482_240, ("512 tokens", [("N", 1), ("T", 512)]), null, "vocab=50, positions=16, types=3, layers=2, heads=2, d=16, hidden=32",
            () => [randint(0, 50, [2, 6]), randint(0, 3, [2, 6]), tensor([true, true, true, true, true, true, true, true, true, false, false, false]).reshape(2, 1, 1, 6)]),
        new("GPT-2 small", typeof(Gpt2), 124_439_808, ("1,024 tokens", [("N", 1), ("T", 1024)]), null, "vocab=50, positions=16, layers=2, heads=2, d=16",
            () => [randint(0, 50, [2, 6])]),
        new("Transformer base", typeof(TransformerBase), 44_140_544, ("512 steps to 512", [("N", 1), ("S", 512), ("T", 512)]), null, "layers=2, heads=2, d=16, hidden=32",
            () => [rand(2, 5, 16), rand(2, 4, 16)]),
    ];

    /// <summary>It ends with the tests, when nobody is there to ask.</summary>
    private static readonly PyTorch PyTorch = new("architectures.py");

    public static TheoryData<string> Titles => [.. Rows.Select(row => row.Title)];

    [Fact]
    public void Parameters_are_as_many_as_published() =>
        Assert.Equal(Rows.Select(row => (row.Title, row.Parameters)), Rows.Select(row => (row.Title, row.ParameterCount)));

    [Fact]
    public void Multiply_accumulates_are_as_many_as_published() => Assert.Equal(
        Rows.Where(row => row.Published is not null).Select(row => (row.Title, row.Published!)),
        Rows.Where(row => row.Published is not null)
            .Select(row => (row.Title, (row.MultiplyAccumulates / 1e9).ToString("0.00", CultureInfo.InvariantCulture))));

    [Fact]
    public void The_documentation_has_these_figures()
    {
        static string Row(ArchitectureRow row) => string.Create(
            CultureInfo.InvariantCulture,
            $"| [{row.Title}](../Architectures/{row.Type.Name}.cs) | {row.ParameterCount:N0} | {row.MultiplyAccumulates / 1e6:N1} | {row.Example.Text} |");
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "architectures.md"));
        var table = lines.Where(line => line.StartsWith("| [", StringComparison.Ordinal)).Select(line => string.Join('|', line.Split('|').Take(5)) + "|");
        Assert.Equal(string.Join('\n', Rows.Select(Row)), string.Join('\n', table));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void The_state_has_the_names_and_shapes_of_the_well_known_implementation(string title)
    {
        var row = Rows.Single(row => row.Title == title);
        using var scope = NewDisposeScope();
        using var model = row.CreateOnMeta();
        var expected = Ask(row, shapesOnly: true, []);
        static string Line(string name, IEnumerable<long> shape) => $"{name} [{string.Join(", ", shape)}]";
        Assert.Equal(
            expected.Select(entry => Line(entry.Key, entry.Value.data<long>())).Order(StringComparer.Ordinal),
            model.state_dict().Select(entry => Line(entry.Key, entry.Value.shape)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void The_outputs_are_PyTorch_s(string title)
    {
        var row = Rows.Single(row => row.Title == title);
        random.manual_seed(1);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        using var model = row.CreateSmall();
        // Nothing is left at the zeros and ones that layers begin with.
        foreach (var parameter in model.parameters())
            parameter.add_(randn_like(parameter) * 0.02);
        var inputs = row.Inputs();
        model.train();
        ArchitectureRow.Call(model, "forward", inputs);

        Compare(row, model, inputs);
        // What stands last may be absent.
        if (row.Type == typeof(Bert))
            Compare(row, model, inputs[..^1]);
    }

    private static void Compare(ArchitectureRow row, nn.Module model, Tensor[] inputs)
    {
        var expected = Ask(row, shapesOnly: false,
        [
            .. model.state_dict().Select(entry => ($"state {entry.Key}", entry.Value)),
            .. inputs.Select((input, i) => ($"input {i}", input)),
        ]);
        var outputs = ArchitectureRow.Call(model, "Predict", inputs);
        Assert.Equal(expected.Count, outputs.Length);
        for (var i = 0; i < outputs.Length; i++)
            Closeness.AssertClose($"{row.Title}'s output {i}", expected[$"output {i}"], outputs[i]);
    }

    private static Dictionary<string, Tensor> Ask(ArchitectureRow row, bool shapesOnly, (string Name, Tensor Value)[] tensors) => PyTorch.Ask(
        new
        {
            Model = row.Type.Name,
            ShapesOnly = shapesOnly,
            Sizes = shapesOnly ? [] : row.SmallSizes,
            Inputs = tensors.Count(tensor => tensor.Name.StartsWith("input ", StringComparison.Ordinal)),
        },
        tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.Value));
}
