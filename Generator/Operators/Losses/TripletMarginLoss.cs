using NeuralDsl.Collections;
using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>An anchor's distances to a positive and to a negative.</summary>
internal sealed record TripletMarginLoss(LossOptions Options, ValueNames Triplet, Number Margin, bool IsCosine, long P, Number Eps, bool Swap) : ValuesLoss(Options, Triplet)
{
    public static TripletMarginLoss Read(ArgumentReader arguments)
    {
        var isCosine = arguments.Member("Distance", "Norm") == "Cosine";
        foreach (var useless in new[] { "P", "Eps" }.Where(name => isCosine && arguments.Has(name)))
            arguments.Refuse(useless, "left out: it belongs to Distance.Norm", "given");
        return new(
            LossOptions.Read(arguments), arguments.Names("values", 3, 3), arguments.Number("Margin", 1, NumberRange.Positive), isCosine,
            arguments.Integer("P", 2, minimum: 1), arguments.Number("Eps", 1e-6, NumberRange.NotNegative), arguments.Flag("Swap", false));
    }

    public override EquatableArray<string> TargetNames => [];

    protected override int LeastAxes => 2;

    /// <summary>Of distances; how a cosine's gradient is cut at short vectors, engines differ.</summary>
    public override Action<LossGradientCode>? Gradient(LossSignature signature) => IsCosine ? null : code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveVectors($"{CSharp.Kernels}.TripletBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {Margin.Member}, {CSharp.Flag(Swap)}, {P}, {Eps.Member})"));
    };

    public override string Call(LossCode code)
    {
        string[] common = [.. Margin.NamedMember("margin", 1), .. CSharp.Named("swap", Swap, omitted: false)];
        return IsCosine
            ? Own(code, "CosineTriplet", [.. code.Predictions, .. common])
            : Functional(code, "triplet_margin_loss", [.. code.Predictions, .. common, .. P == 2 ? [] : new[] { $"p: {CSharp.Number(P)}" }, .. Eps.NamedMember("eps", 1e-6)]);
    }
}
