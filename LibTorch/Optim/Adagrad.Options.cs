using TorchSharp.Optim;

namespace TorchSharp.Modules;

public partial class Adagrad
{
    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        public double? lr_decay;
        public double? weight_decay;
        public double? initial_accumulator_value;
        public double? eps;

        internal override void Visit(FieldVisitor visitor)
        {
            base.Visit(visitor);
            visitor.Visit(ref lr_decay);
            visitor.Visit(ref weight_decay);
            visitor.Visit(ref initial_accumulator_value);
            visitor.Visit(ref eps);
        }
    }
}
