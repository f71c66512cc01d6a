namespace NeuralDsl;

/// <summary>Division that rounds toward negative infinity, unlike C#'s: what shapes mean by it. Generated code calls it where a number may be negative.</summary>
public static class FloorDivision
{
    /// <summary>The largest whole number that is not above the quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static long Of(long number, long divisor)
    {
        var quotient = number / divisor;
        return number % divisor != 0 && (number < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }

    /// <inheritdoc cref="Of(long, long)"/>
    public static int Of(int number, int divisor) => checked((int)Of((long)number, divisor));
}
