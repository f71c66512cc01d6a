using System.Diagnostics;

namespace NeuralDsl.Benchmarks;

/// <summary>The library that counts operators in a contestant's process, whoever it is: libtorch itself tells it of each.</summary>
internal static class OperatorCounter
{
    /// <summary>Builds it.</summary>
    /// <param name="folder">Where it is written.</param>
    /// <returns>Its file.</returns>
    /// <exception cref="InvalidOperationException">There is no compiler, or there are no headers of libtorch.</exception>
    public static string Build(string folder)
    {
        var library = Path.Combine(folder, "operators.so");
        using var compiler = Process.Start(
            "c++", ["-O2", "-std=c++17", "-shared", "-fPIC", Path.Combine(AppContext.BaseDirectory, "operators.cpp"), "-o", library, "-ltorch_cpu", "-lc10"]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0
            ? library
            : throw new InvalidOperationException("The library that counts operators needs a C++ compiler and the headers of libtorch.");
    }
}
