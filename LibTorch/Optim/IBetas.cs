namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Decay rates of moments that a schedule may set.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
