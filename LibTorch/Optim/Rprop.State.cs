using TorchSharp.Optim;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>What the optimizer remembers of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor prev = null!;
        public Tensor step_size = null!;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose() => DisposeTensors();

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Reset(ref prev!);
            Reset(ref step_size!);
            step_size.fill_(options.LearningRate!.Value);
        }

        internal override void Visit(FieldVisitor visitor)
        {
            visitor.Visit(ref step);
            visitor.Visit(ref prev);
            visitor.Visit(ref step_size);
        }
    }
}
