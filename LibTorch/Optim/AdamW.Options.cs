using TorchSharp.Optim;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public bool? amsgrad;
        public bool? maximize;

        internal override void Visit(FieldVisitor visitor)
        {
            base.Visit(visitor);
            visitor.Visit(ref beta1);
            visitor.Visit(ref beta2);
            visitor.Visit(ref eps);
            visitor.Visit(ref weight_decay);
            visitor.Visit(ref amsgrad);
            visitor.Visit(ref maximize);
        }
    }
}
