using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>A loss of two rows of vectors and of what each pair is.</summary>
internal abstract record PairLoss(LossOptions Options, ValueNames Pair, Number Margin) : ValuesLoss(Options, Pair)
{
    protected sealed override int LeastAxes => 2;

    protected sealed override int MostAxes => 2;

    protected sealed override IEnumerable<TensorType> TargetOf(TensorType prediction) => [prediction with { Shape = new([prediction.Shape.Axes[0]]) }];
}
