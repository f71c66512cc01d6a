namespace NeuralDsl;

/// <summary>Splits, permutes and joins axes: <c>[Rearrange("n t (h e) -> n h t e", "h=8")]</c> splits heads.</summary>
/// <param name="pattern">The axes before and after.</param>
/// <param name="sizes">Sizes of names that do not follow from the input.</param>
public sealed class RearrangeAttribute(string pattern, string sizes = "") : EinopsAttribute(pattern, sizes);
