using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>A configuration of an operator, and the same in PyTorch.</summary>
/// <param name="Attributes">What stands on the model after its inputs; the last layer or loss is the operator that is compared.</param>
/// <param name="Inputs">
/// The inputs x, y, z, u, v, w, with commas between them: <c>[dtype] [from..to] shape</c>, by default normally distributed. Integers are
/// below <c>to</c>, as in <c>Int64 0..10 N T</c>. After an arrow, the targets of losses that are no inputs, in the order of the batch; without
/// an arrow there is one, like the first input.
/// </param>
/// <param name="PyTorch">
/// What evaluates in operators.py to a module or a function of the inputs, and of the targets of a loss: with torch, nn, F, the sizes of
/// <paramref name="Inputs"/>, and net for what is made of parts.
/// </param>
/// <param name="Training">What is compared in training mode; in evaluation mode it is every number.</param>
/// <param name="Sizes">Other sizes than usual, such as <c>N=100 T=1</c>.</param>
internal sealed record ParityRow(string Attributes, string Inputs, string PyTorch, Training Training = Training.Exact, string Sizes = "")
{
    private static readonly string[] Names = ["x", "y", "z", "u", "v", "w"];

    /// <summary>What a symbol is; every one another number, so that no two can be confused.</summary>
    private static readonly Dictionary<string, int> UsualSizes = new()
    {
        ["N"] = 3, ["T"] = 5, ["S"] = 4, ["L"] = 11, ["H"] = 7, ["W"] = 9, ["D"] = 8, ["K"] = 2, ["E"] = 6,
    };

    /// <summary>How the row is called in reports.</summary>
    public string Name { get; init; } = $"{Attributes} of {Inputs}{(Sizes.Length == 0 ? "" : $" with {Sizes}")}";

    /// <summary>The operators that the row runs, the one that is compared last.</summary>
    public IEnumerable<string> Operators => CSharpSyntaxTree.ParseText($"[{Attributes}] class Net;").GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        .Select(attribute => attribute.Name is GenericNameSyntax generic ? generic.Identifier.Text : attribute.Name.ToString());

    /// <summary>The sizes of the symbols.</summary>
    public Dictionary<string, int> SizeOf => new(Sizes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(size => size.Split('='))
        .Select(pair => KeyValuePair.Create(pair[0], int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)))
        .Concat(UsualSizes).DistinctBy(pair => pair.Key));

    /// <summary>The tensors that the model takes.</summary>
    public IEnumerable<ParityTensor> InputTensors => Inputs.Split("->")[0].Split(',').Select((text, i) => ParityTensor.Parse(Names[i], text));

    /// <summary>The tensors that its losses take besides.</summary>
    public IEnumerable<ParityTensor> TargetTensors => Inputs.Split("->") is [_, var targets]
        ? targets.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((text, i) => ParityTensor.Parse(i == 0 ? "target" : $"target{i + 1}", text))
        : [InputTensors.First() with { Name = "target" }];

    /// <summary>What the names of parameters begin with that stand for the inputs of a row.</summary>
    public const string LearnedPrefix = "learned_";

    /// <summary>Whether the row compares a loss.</summary>
    public bool HasLoss => Operators.Any(Catalogue.Losses.ContainsKey);

    /// <summary>The row as a model of fixed sizes that learns its floating-point inputs, so that the gradients of what a loss judges can be seen.</summary>
    public string DeclareLearned(string name)
    {
        var sizes = SizeOf;
        string Fixed(string shape) => string.Join(" ", ShapeParser.Parse(shape).Axes.Select(axis =>
            $"{(axis.Name is { } axisName && axisName != axis.Size.Text ? $"{axisName}=" : "")}{axis.Size.Evaluate(symbol => sizes[symbol])}"));
        var lines = new List<string>();
        foreach (var input in InputTensors)
        {
            var isLearned = input.DType is "Float32" or "Float64";
            lines.Add($"""[Input("{input.Name}{(isLearned ? "_given" : "")}", "{Fixed(input.Shape)}", DType.{input.DType})]""");
            if (isLearned)
                lines.Add($"""[Parameter("{LearnedPrefix}{input.Name}", "{Fixed(input.Shape)}")]""");
        }
        foreach (var input in InputTensors.Where(input => input.DType is "Float32" or "Float64").Reverse())
            lines.Add($"""[Add("{LearnedPrefix}{input.Name}", From = "{input.Name}_given", Name = "{input.Name}")]""");
        return $"""
            [Model]
            {string.Join("\n", lines)}
            [{Attributes}]
            public partial class {name};
            """;
    }

    /// <summary>The row as a model; a loss by itself gets a layer that changes nothing before it.</summary>
    public string Declare(string name) => $"""
        [Model]
        {string.Join("\n", InputTensors.Select(input => $"""[Input("{input.Name}", "{input.Shape}", DType.{input.DType})]"""))}
        [{(Operators.Any(Catalogue.Layers.ContainsKey) ? "" : "LeakyReLU(1), ")}{Attributes}]
        public partial class {name};
        """;
}

/// <summary>What is compared in training mode.</summary>
internal enum Training
{
    /// <summary>Every number, and every gradient.</summary>
    Exact,

    /// <summary>Shapes, mean, spread and the share of zeros: the layer draws random numbers.</summary>
    Random,
}
