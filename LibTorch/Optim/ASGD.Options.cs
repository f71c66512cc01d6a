using TorchSharp.Optim;

namespace TorchSharp.Modules;

public partial class ASGD
{
    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? lambd;
        public double? alpha;
        public double? weight_decay;
        public double? t0;

        internal override void Visit(FieldVisitor visitor)
        {
            base.Visit(visitor);
            visitor.Visit(ref maximize);
            visitor.Visit(ref lambd);
            visitor.Visit(ref alpha);
            visitor.Visit(ref weight_decay);
            visitor.Visit(ref t0);
        }
    }
}
