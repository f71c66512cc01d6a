using TorchSharp.Optim;

namespace TorchSharp.Modules;

public partial class Adadelta
{
    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        public double? rho;
        public double? eps;
        public double? weight_decay;
        public bool? maximize;

        internal override void Visit(FieldVisitor visitor)
        {
            base.Visit(visitor);
            visitor.Visit(ref rho);
            visitor.Visit(ref eps);
            visitor.Visit(ref weight_decay);
            visitor.Visit(ref maximize);
        }
    }
}
