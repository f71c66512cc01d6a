using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A sample of normal distributions while training, else their means.</summary>
internal sealed record Reparameterize(ValueNames Distribution) : FunctionLayer
{
    public static Reparameterize Read(ArgumentReader arguments) => new(arguments.Names("values", minimum: 2, maximum: 2));

    public override ValueNames Values => Distribution;

    public override bool TakesCurrent => false;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint())
            return null;
        var (mu, logvar) = (check.Inputs[0], check.Inputs[1]);
        if (mu.DType != logvar.DType)
            return check.Fail(Rules.WrongDType, "values", check.Title, $"values of one dtype, here {mu.DType},", logvar.ToString(), check.Paths);
        Fault Differ() => check.At(Rules.JoinedShapes, "values", check.Title, mu.Shape.ToDisplay(), logvar.Shape.ToDisplay(), check.Paths);
        if (mu.Shape.Rank != logvar.Shape.Rank)
            return check.Fail(Differ());
        return Enumerable.Range(0, mu.Shape.Rank).All(axis => check.Require(mu.Shape[axis], Relation.Equal, logvar.Shape[axis], Differ)) ? mu : null;
    }

    /// <summary>Of z = mu + s, where s is the noise times exp(logvar/2): dmu = dz, dlogvar = dz·s/2.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var shift = code.MakeWith($"global::NeuralDsl.Reparameterization.SampleWithShift({code.Inputs[0]}, {code.Inputs[1]}, training)", "Shift")[0];
        code.Backward(dy =>
        {
            code.Give(0, dy);
            code.Give(1, $"{dy}.mul({shift}).mul_({CSharp.Scalar("0.5")})", (shift, $"{shift}.mul_({dy}).mul_({CSharp.Scalar("0.5")})"));
        });
    };

    public override Action<GradientCode>? Prediction(LayerTypes types) => code => code.PassOn();

    public override string Call(LayerCode code) => $"global::NeuralDsl.Reparameterization.Sample({code.Inputs[0]}, {code.Inputs[1]}, training)";
}
