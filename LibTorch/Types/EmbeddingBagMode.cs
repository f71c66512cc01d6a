namespace TorchSharp;

/// <summary>How an embedding bag's rows become one.</summary>
public enum EmbeddingBagMode
{
    Sum = 0,
    Mean = 1,
    Max = 2,
}
