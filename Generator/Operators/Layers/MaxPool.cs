namespace NeuralDsl.Operators.Layers;

/// <summary>Maximum of each window.</summary>
internal sealed record MaxPool(int Dimensions, Window Window) : Pooling("max_pool", Dimensions, Window)
{
    public static MaxPool Read(ArgumentReader arguments, int dimensions) => new(dimensions, ReadWindow(arguments, dimensions));

    protected override int SizesAfterStride => 2;
}
