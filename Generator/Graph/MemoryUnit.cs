using System.Globalization;

namespace NeuralDsl.Graph;

/// <summary>A unit of memory: MB is 1000·1000 bytes, MiB is 1024·1024.</summary>
internal sealed record MemoryUnit(string Name, double Bytes)
{
    private static readonly MemoryUnit[] All =
    [
        new("KB", 1e3), new("MB", 1e6), new("GB", 1e9), new("TB", 1e12),
        new("KiB", 1L << 10), new("MiB", 1L << 20), new("GiB", 1L << 30), new("TiB", 1L << 40),
    ];

    public static MemoryUnit Megabyte => All[1];

    /// <summary>Reads <c>512 MB</c>; null where the text is no amount.</summary>
    public static (double Bytes, MemoryUnit Unit)? Parse(string text)
    {
        var unit = All.FirstOrDefault(candidate => text.EndsWith(candidate.Name, StringComparison.Ordinal));
        return unit is not null && double.TryParse(text.Substring(0, text.Length - unit.Name.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? (amount * unit.Bytes, unit)
            : null;
    }

    /// <summary>An amount in this unit: <c>812.3 MB</c>.</summary>
    public string Write(double bytes) => $"{(bytes / Bytes).ToString("0.#", CultureInfo.InvariantCulture)} {Name}";
}
