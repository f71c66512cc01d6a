using TorchSharp.Optim;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public double? momentum;
        public bool? centered;
        public bool? maximize;

        internal override void Visit(FieldVisitor visitor)
        {
            base.Visit(visitor);
            visitor.Visit(ref alpha);
            visitor.Visit(ref eps);
            visitor.Visit(ref weight_decay);
            visitor.Visit(ref momentum);
            visitor.Visit(ref centered);
            visitor.Visit(ref maximize);
        }
    }
}
