using TorchSharp.Optim;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adadelta
{
    /// <summary>What the optimizer remembers of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor acc_delta = null!;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose() => DisposeTensors();

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Reset(ref square_avg!);
            Reset(ref acc_delta!);
        }

        internal override void Visit(FieldVisitor visitor)
        {
            visitor.Visit(ref step);
            visitor.Visit(ref square_avg);
            visitor.Visit(ref acc_delta);
        }
    }
}
