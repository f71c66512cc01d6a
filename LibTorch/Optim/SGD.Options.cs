using TorchSharp.Optim;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;

        internal override void Visit(FieldVisitor visitor)
        {
            base.Visit(visitor);
            visitor.Visit(ref momentum);
            visitor.Visit(ref dampening);
            visitor.Visit(ref weight_decay);
            visitor.Visit(ref nesterov);
            visitor.Visit(ref maximize);
        }
    }
}
