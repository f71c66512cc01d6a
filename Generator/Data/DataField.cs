using NeuralDsl.Shapes;

namespace NeuralDsl.Data;

/// <summary>A field of a batch as a data file must fill it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DType">The dtype's name: <c>Float32</c>.</param>
/// <param name="Shape">Its shape, with the rows along axis 0.</param>
/// <param name="IsTarget">Whether a loss compares the prediction with it; the model takes it otherwise.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="IsOneHot">Whether its numbers are a probability for each class along axis 1, which one column of classes may fill as one-hot rows.</param>
internal sealed record DataField(string Name, string DType, Shape Shape, bool IsTarget, bool IsOptional = false, bool IsOneHot = false)
{
    /// <summary>The class index whose rows count for no loss, as PyTorch has it.</summary>
    public const long IgnoredLabel = -100;

    /// <summary>Whether it takes indices of classes or tokens.</summary>
    public bool IsWhole => DType == "Int64";

    /// <summary>Whether one column of classes could be written into it as one-hot rows.</summary>
    public bool TakesOneHot => IsTarget && DType.StartsWith("Float", StringComparison.Ordinal) && Shape.Rank == 2;

    /// <summary>The field as in messages: <c>image: Float32 [N,1,8,8]</c>.</summary>
    public override string ToString() => $"{Name}: {DType} {Shape.ToDisplay()}";

    /// <summary>The field inside a sentence: <c>'image' Float32 [N,1,8,8]</c>.</summary>
    public string Quoted => $"'{Name}' {DType} {Shape.ToDisplay()}";
}
