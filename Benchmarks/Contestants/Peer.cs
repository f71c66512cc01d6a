using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NeuralDsl.Benchmarks;

/// <summary>A contestant in a process of its own, so that what is resident is its own.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process process;
    private PeerAnswer? first;

    /// <summary>Starts the process, and does not wait until it is ready.</summary>
    /// <param name="kind">The contestant.</param>
    /// <param name="spec">What it computes.</param>
    /// <param name="threads">Threads that libtorch may use.</param>
    public Peer(ContestantKind kind, StepSpec spec, int threads)
    {
        Kind = kind;
        var path = StepSpec.PathIn(spec.Folder);
        var count = threads.ToString(CultureInfo.InvariantCulture);
        process = Process.Start(kind == ContestantKind.PyTorch
            ? Start("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "pytorch_peer.py"), path, count])
            : Start(Environment.ProcessPath!, [typeof(Peer).Assembly.Location, "contestant", kind.ToString(), path, count]))!;
    }

    public ContestantKind Kind { get; }

    /// <summary>The version of its libtorch.</summary>
    public string Version => First.Version;

    /// <summary>What was resident before there was a model, in bytes.</summary>
    public long Resident => First.Resident;

    private PeerAnswer First => first ??= Read();

    /// <summary>What it answers.</summary>
    /// <exception cref="PeerException">The process ended instead.</exception>
    public PeerAnswer Ask(PeerRequest request)
    {
        _ = First;
        process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        return Read();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static ProcessStartInfo Start(string program, string[] arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        // The run-time compiler is to be done with its work when times begin to count: by default it starts on what is called often when nothing new is.
        Environment = { ["DOTNET_TC_CallCountingDelayMs"] = "0" },
    };

    private PeerAnswer Read()
    {
        if (process.StandardOutput.ReadLine() is { } line)
            return JsonSerializer.Deserialize<PeerAnswer>(line)!;
        process.WaitForExit();
        throw new PeerException(
            $"The process of {Kind} ended with {process.ExitCode}.{(Kind == ContestantKind.PyTorch ? " PyTorch is installed by build/setup.sh --tests." : "")}");
    }
}
