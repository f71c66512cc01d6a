using TorchSharp.Optim;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>What the optimizer remembers of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose() => DisposeTensors();

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Reset(ref square_avg!);
            Reset(ref momentum_buffer, ((Options)options).momentum!.Value > 0);
            Reset(ref grad_avg, ((Options)options).centered!.Value);
        }

        internal override void Visit(FieldVisitor visitor)
        {
            visitor.Visit(ref step);
            visitor.Visit(ref square_avg);
            visitor.VisitOptional(ref momentum_buffer);
            visitor.VisitOptional(ref grad_avg);
        }
    }
}
