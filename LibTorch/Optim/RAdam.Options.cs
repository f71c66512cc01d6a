using TorchSharp.Optim;

namespace TorchSharp.Modules;

public partial class RAdam
{
    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;

        internal override void Visit(FieldVisitor visitor)
        {
            base.Visit(visitor);
            visitor.Visit(ref beta1);
            visitor.Visit(ref beta2);
            visitor.Visit(ref eps);
            visitor.Visit(ref weight_decay);
        }
    }
}
