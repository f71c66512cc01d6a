using System.Diagnostics;
using System.Globalization;

namespace NeuralDsl.Benchmarks;

/// <summary>A Python process that trains the same models in PyTorch eager mode and says how long it took.</summary>
internal sealed class PyTorchPeer : IDisposable
{
    private readonly Process process;

    /// <param name="threads">Threads that PyTorch may use.</param>
    /// <exception cref="InvalidOperationException">The distribution's Python has no PyTorch.</exception>
    public PyTorchPeer(int threads)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "pytorch_peer.py");
        process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Version = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("/usr/bin/python3 has no torch; build/setup.sh --tests installs it.");
    }

    /// <summary>PyTorch's version.</summary>
    public string Version { get; }

    /// <summary>Trains so many steps and gives the seconds that they took.</summary>
    public double Run(string model, int steps)
    {
        process.StandardInput.WriteLine($"{model} {steps.ToString(CultureInfo.InvariantCulture)}");
        return double.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
