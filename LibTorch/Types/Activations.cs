namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The activation of a transformer's layers.</summary>
        public enum Activations
        {
            ReLU = 0,
            GELU = 1,
        }
    }
}
