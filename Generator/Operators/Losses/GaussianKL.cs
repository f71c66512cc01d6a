using NeuralDsl.Collections;
using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Divergence of normal distributions from the standard one.</summary>
internal sealed record GaussianKL(LossOptions Options, ValueNames Distribution) : ValuesLoss(Options, Distribution)
{
    public static GaussianKL Read(ArgumentReader arguments) => new(LossOptions.Read(arguments, LossOptions.Sum), arguments.Names("values", 2, 2));

    public override EquatableArray<string> TargetNames => [];

    /// <summary>Of -½·Σ(1 + logvar - mu² - exp(logvar)): mu, and ½·(exp(logvar) - 1).</summary>
    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        var (mu, logvar) = (code.Predictions[0], code.Predictions[1]);
        code.Make(this, []);
        code.Backward(() =>
        {
            code.Give(0, $"{mu}.clone(){code.Scale(Options.Reduction)}");
            code.Give(1, $"{logvar}.exp().sub_({CSharp.Scalar("1")}).mul_({CSharp.Scalar("0.5")}){code.Scale(Options.Reduction)}");
        });
    };

    public override string Call(LossCode code) => Own(code, "GaussianKL", [.. code.Predictions]);
}
