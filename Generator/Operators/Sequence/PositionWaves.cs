using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>Fixed waves over positions: added to a sequence, or turning pairs of its features.</summary>
/// <param name="Module">The module's class.</param>
/// <param name="Layout">The axes that it takes; null for any with positions and features last.</param>
/// <param name="Base">The base of the frequencies.</param>
internal sealed record PositionWaves(string Module, string? Layout, Number Base) : RuntimeModuleLayer
{
    /// <summary>The base that the papers take.</summary>
    public const double UsualBase = 10000;

    public static PositionWaves Read(ArgumentReader arguments, string? layout) =>
        new(arguments.Operator, layout, arguments.Number("Base", UsualBase, NumberRange.Positive));

    public override string ModuleType => Module;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || (Layout is not null && !check.HasAxes(Layout)))
            return null;
        if (check.Shape.Rank < 2)
            return check.Fail(Rules.WrongRank, null, check.Title, "at least 2 axes, positions and features last,", check.Shape.ToDisplay(), check.Path);
        var features = check.Shape[-1];
        return check.Require(features, Relation.DividedBy, 2, () => check.At(Rules.IndivisibleAxis, null, check.Title, "2", features.Text, check.Path)) ? check.Input : null;
    }

    /// <summary>What is added to is as it was; what is turned is turned back.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make($"{code.Module}.call({code.Input})");
        code.Backward(dy =>
        {
            if (Layout is not null)
                code.Give(0, dy);
            else
                code.Give(0, $"{code.Module}.Backward({dy})");
        });
    };

    protected override IEnumerable<string> Arguments(LayerTypes types, Func<Dim, string> size) => Base.Literal == UsualBase ? [] : [Base.Text];
}
