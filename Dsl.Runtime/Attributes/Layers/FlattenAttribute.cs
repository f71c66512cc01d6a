namespace NeuralDsl;

/// <summary>Joins a run of axes into one whose size is their product.</summary>
/// <param name="start">First axis to join; negative counts from the last; default 1, which keeps the batch.</param>
/// <param name="end">Last axis to join; negative counts from the last; default -1.</param>
/// <remarks>
/// <para>Shape: <c>[N, a, b, …]</c> → <c>[N, a·b·…]</c>.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H=8 W=8"), Flatten]</code></example>
public sealed class FlattenAttribute(int start = 1, int end = -1) : LayerAttribute
{
    /// <summary>First axis to join.</summary>
    public int Start { get; } = start;

    /// <summary>Last axis to join.</summary>
    public int End { get; } = end;
}
