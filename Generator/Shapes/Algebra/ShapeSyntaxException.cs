using System;

namespace NeuralDsl.Shapes;

/// <summary>A shape string that cannot be read, with the characters at fault.</summary>
internal sealed class ShapeSyntaxException(string message, int start, int length) : Exception(message)
{
    /// <summary>Index of the first character at fault in the shape string.</summary>
    public int Start { get; } = start;

    /// <summary>Number of characters at fault; 0 at the end of the string.</summary>
    public int Length { get; } = length;
}
