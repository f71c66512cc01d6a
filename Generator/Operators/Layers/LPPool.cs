namespace NeuralDsl.Operators.Layers;

/// <summary>Power average of each window: the root of the sum of powers.</summary>
/// <param name="NormType">The power.</param>
internal sealed record LPPool(int Dimensions, Window Window, Number NormType) : Pooling("lp_pool", Dimensions, Window)
{
    public static LPPool Read(ArgumentReader arguments, int dimensions) =>
        new(dimensions, ReadWindow(arguments, dimensions), arguments.Number("normType", 2, NumberRange.Positive));

    protected override IEnumerable<string> LeadingArguments => [NormType.Text];

    protected override int SizesAfterStride => 0;
}
