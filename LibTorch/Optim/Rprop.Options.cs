using TorchSharp.Optim;

namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? etaminus;
        public double? etaplus;
        public double? min_step;
        public double? max_step;

        internal override void Visit(FieldVisitor visitor)
        {
            base.Visit(visitor);
            visitor.Visit(ref maximize);
            visitor.Visit(ref etaminus);
            visitor.Visit(ref etaplus);
            visitor.Visit(ref min_step);
            visitor.Visit(ref max_step);
        }
    }
}
