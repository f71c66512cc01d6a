using NeuralDsl.Diagnostics;

namespace NeuralDsl.Operators;

/// <summary>How a parameter begins, with the numbers that it takes.</summary>
/// <param name="Init">A member of the public enum.</param>
/// <param name="Axes">The number of axes that a parameter may have.</param>
/// <param name="Function">The function that fills a tensor.</param>
/// <param name="Arguments">Its arguments after the tensor, in C#.</param>
/// <param name="Constant">The value of every element where they are all the same in every model.</param>
internal sealed record Initialization(string Init, NumberRange Axes, string Function, string Arguments, double? Constant)
{
    private const string Engine = "global::TorchSharp.torch.nn.init";

    private static readonly string[] AllNumbers = ["Mean", "Std", "Low", "High", "Value", "Gain", "Fan", "Nonlinearity", "Slope"];

    private static readonly NumberRange AnyShape = NumberRange.Any;

    private static readonly NumberRange Matrix = new(2);

    /// <summary>Reads the argument that says how, and the numbers that go with it; one that does not is a fault.</summary>
    public static Initialization Read(ArgumentReader arguments, string argument)
    {
        var taken = new HashSet<string>();
        var init = arguments.Member(argument, "Zeros");
        var initialization = init switch
        {
            "Ones" => new(init, AnyShape, $"{Engine}.ones_", "", 1),
            "Normal" => new(init, AnyShape, $"{Engine}.normal_", Normal(NumberRange.NotNegative), null),
            "Constant" => Constantly(Take("Value", 0, NumberRange.Any)),
            "Uniform" => new(init, AnyShape, $"{Engine}.uniform_", Bounds(0, 1), null),
            "TruncatedNormal" => new(init, AnyShape, "global::NeuralDsl.Initializer.TruncatedNormal", $"{Normal(NumberRange.Positive)}, {Bounds(-2, 2)}", null),
            "XavierUniform" => new(init, Matrix, $"{Engine}.xavier_uniform_", Gain(), null),
            "XavierNormal" => new(init, Matrix, "global::NeuralDsl.Initializer.XavierNormal", Gain(), null),
            "KaimingUniform" => new(init, Matrix, $"{Engine}.kaiming_uniform_", Kaiming(), null),
            "KaimingNormal" => new(init, Matrix, $"{Engine}.kaiming_normal_", Kaiming(), null),
            "Orthogonal" => new(init, Matrix, $"{Engine}.orthogonal_", Gain(), null),
            "Eye" => new(init, new(2, 2), $"{Engine}.eye_", "", null),
            "Dirac" => new(init, new(3, 5), $"{Engine}.dirac_", "", null),
            _ => new Initialization(init, AnyShape, $"{Engine}.zeros_", "", 0),
        };
        foreach (var useless in AllNumbers.Where(name => arguments.Has(name) && !taken.Contains(name)))
            arguments.Refuse(useless, $"left out: {init} takes {(taken.Count == 0 ? "no numbers" : string.Join(", ", taken))}", "given");
        return initialization;

        Number Take(string name, double fallback, NumberRange range)
        {
            taken.Add(name);
            return arguments.Number(name, fallback, range);
        }

        Initialization Constantly(Number value) => new(init, AnyShape, $"{Engine}.constant_", value.Text, value.Literal);

        string Gain() => Take("Gain", 1, NumberRange.Any).Text;

        string Normal(NumberRange std) => $"{Take("Mean", 0, NumberRange.Any).Text}, {Take("Std", 0.02, std).Text}";

        string Bounds(double lowest, double highest)
        {
            var (low, high) = (Take("Low", lowest, NumberRange.Any), Take("High", highest, NumberRange.Any));
            if (low.Literal >= high.Literal && arguments.Has("High"))
                arguments.Refuse("High", $"above {low.Text}", high.Text);
            else if (low.Literal >= high.Literal)
                arguments.Refuse("Low", $"below {high.Text}", low.Text);
            return $"{low.Text}, {high.Text}";
        }

        string Kaiming()
        {
            taken.UnionWith(["Fan", "Nonlinearity"]);
            var (fan, nonlinearity) = (arguments.Member("Fan", "In"), arguments.Member("Nonlinearity", "LeakyReLU"));
            return $"{Take("Slope", 0, NumberRange.Any).Text}, {Engine}.FanInOut.Fan{fan}, {Engine}.NonlinearityType.{nonlinearity}";
        }
    }

    /// <summary>The call that fills a tensor and returns it.</summary>
    public string Call(string tensor) => $"{Function}({tensor}{(Arguments.Length == 0 ? "" : ", ")}{Arguments})";

    /// <summary>Whether a parameter with so many axes can begin so; reports it otherwise.</summary>
    public bool Fits(string name, int axes, string shape, FaultLocation location, ICollection<Fault> faults)
    {
        if (Axes.Contains(axes))
            return true;
        var expected = Axes.Minimum == Axes.Maximum ? $"{Axes.Minimum}" : double.IsInfinity(Axes.Maximum) ? $"at least {Axes.Minimum}" : $"{Axes.Minimum} to {Axes.Maximum}";
        faults.Add(new(Rules.UnfitInitialization, location, Init, expected, name, shape));
        return false;
    }
}
