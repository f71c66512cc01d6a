using TorchSharp.Optim;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class NAdam
{
    /// <summary>What the optimizer remembers of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public double mu_product;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose() => DisposeTensors();

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            mu_product = 1;
            Reset(ref exp_avg!);
            Reset(ref exp_avg_sq!);
        }

        internal override void Visit(FieldVisitor visitor)
        {
            visitor.Visit(ref step);
            visitor.Visit(ref mu_product);
            visitor.Visit(ref exp_avg);
            visitor.Visit(ref exp_avg_sq);
        }
    }
}
