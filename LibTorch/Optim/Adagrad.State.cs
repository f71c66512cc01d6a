using TorchSharp.Optim;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adagrad
{
    /// <summary>What the optimizer remembers of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor sum = null!;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose() => DisposeTensors();

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Reset(ref sum!);
            sum.fill_(((Options)options).initial_accumulator_value!.Value);
        }

        internal override void Visit(FieldVisitor visitor)
        {
            visitor.Visit(ref step);
            visitor.Visit(ref sum);
        }
    }
}
