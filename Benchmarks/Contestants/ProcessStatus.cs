using System.Globalization;

namespace NeuralDsl.Benchmarks;

/// <summary>What the kernel counts of this process.</summary>
internal static class ProcessStatus
{
    /// <summary>The most memory that was resident since the process began, or since <see cref="ForgetPeak"/>, in bytes.</summary>
    public static long PeakResident => Read("VmHWM:");

    /// <summary>The memory that is resident now, in bytes.</summary>
    public static long Resident => Read("VmRSS:");

    /// <summary>Pages that were touched for the first time, since the process began.</summary>
    public static long MinorFaults
    {
        get
        {
            var text = File.ReadAllText("/proc/self/stat");
            // The name of the program is in parentheses, and may have blanks.
            return long.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[7], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Lets the peak begin anew with what is resident now.</summary>
    public static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    private static long Read(string field)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
