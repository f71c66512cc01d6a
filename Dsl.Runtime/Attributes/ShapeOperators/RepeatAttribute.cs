namespace NeuralDsl;

/// <summary>Repeats the tensor along axes that are new on the right: <c>[Repeat("n d -> n t d", "t=4")]</c>.</summary>
/// <param name="pattern">The axes before and after.</param>
/// <param name="sizes">Sizes of the new axes, and of names that do not follow from the input.</param>
public sealed class RepeatAttribute(string pattern, string sizes = "") : EinopsAttribute(pattern, sizes);
