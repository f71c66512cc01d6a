namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>A momentum that a schedule may set.</summary>
        public interface IMomentum
        {
            double Momentum { get; set; }
        }
    }
}
