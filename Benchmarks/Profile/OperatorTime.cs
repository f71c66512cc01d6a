using System.Globalization;

namespace NeuralDsl.Benchmarks;

/// <summary>An operator in a step.</summary>
/// <param name="Name">Its name in libtorch, such as <c>aten::addmm</c>.</param>
/// <param name="Calls">Calls of a step.</param>
/// <param name="Seconds">A step's time in it alone, without that in operators that it calls.</param>
internal sealed record OperatorTime(string Name, double Calls, double Seconds)
{
    /// <summary>Reads what a contestant's process reports of so many steps.</summary>
    public static OperatorTime[] Read(string report, int steps) =>
    [
        .. report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .Select(parts => new OperatorTime(parts[0], Number(parts[1]) / steps, Number(parts[2]) / steps / 1e9)),
    ];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
