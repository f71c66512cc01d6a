using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>The other end of <see cref="Peer"/>, but for PyTorch's: a process with one contestant, which takes steps as it is told.</summary>
internal sealed class ContestantProcess
{
    /// <summary>After so many steps a model begins anew, so that no time is that of numbers next to zero, which a batch learned by heart leaves.</summary>
    private const int StepsOfALife = 400;

    private readonly StepSpec spec;
    private readonly Contestant contestant;

    private ContestantProcess(ContestantKind kind, StepSpec spec, Dictionary<string, double> hypers)
    {
        this.spec = spec;
        var sample = StepSamples.All.Single(sample => sample.Name == spec.Sample);
        contestant = sample.Create(kind, new(hypers), TensorFile.Read(Path.Combine(spec.Folder, StepSpec.BatchesFile)));
    }

    /// <summary>Answers what is asked on the standard input until it ends.</summary>
    /// <param name="kind">The contestant.</param>
    /// <param name="path">The file of a <see cref="StepSpec"/>.</param>
    /// <param name="threads">Threads that libtorch may use.</param>
    public static void Run(ContestantKind kind, string path, int threads)
    {
        set_num_threads(threads);
        zeros(1).Dispose();
        var spec = StepSpec.Load(path);
        Say(new() { Version = __version__, Resident = ProcessStatus.Resident });
        ContestantProcess? running = null;
        while (Console.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize<PeerRequest>(line)!;
            if (request.Command == "check")
            {
                Say(new ContestantProcess(kind, spec, spec.CheckedHypers).Check(request.Steps));
                continue;
            }
            running ??= new(kind, spec, spec.Hypers);
            Say(running.Answer(request));
        }
    }

    private static void Say(PeerAnswer answer) => Console.WriteLine(JsonSerializer.Serialize(answer));

    private PeerAnswer Answer(PeerRequest request)
    {
        var mode = request.Mode == "train" ? StepMode.Train : StepMode.Predict;
        switch (request.Command)
        {
            case "warm":
                ProcessStatus.ForgetPeak();
                return new() { Seconds = Warm(mode, request.Seconds) };
            case "run":
                return Time(mode, request.Steps, request.Untimed);
            case "peak":
                return new() { Peak = ProcessStatus.PeakResident };
            case "profile":
                return Profile(mode, request);
            default:
                throw new ArgumentException($"Nobody knows what '{request.Command}' is.");
        }
    }

    private PeerAnswer Check(int steps)
    {
        Begin(StepMode.Predict);
        random.manual_seed(0);
        var outputs = new List<Tensor>();
        contestant.Predict(0, outputs);
        var predictions = outputs.Select(output => Spread(output)).ToArray();
        Begin(StepMode.Train);
        var losses = new double[steps];
        for (var step = 0; step < steps; step++)
        {
            random.manual_seed(step);
            losses[step] = contestant.Train(step % contestant.Batches);
        }
        return new() { Losses = losses, Predictions = predictions };
    }

    /// <summary>Numbers of a tensor, from its first to its last at even distances.</summary>
    private static double[] Spread(Tensor tensor, int count = 64)
    {
        using var scope = NewDisposeScope();
        var numbers = tensor.contiguous().data<float>().ToArray();
        return [.. Enumerable.Range(0, count).Select(i => (double)numbers[(long)i * (numbers.Length - 1) / (count - 1)])];
    }

    /// <summary>Gives the model its first weights and new optimizers.</summary>
    private void Begin(StepMode mode)
    {
        TensorFile.ReadInto(Path.Combine(spec.Folder, StepSpec.WeightsFile), contestant.Model.state_dict());
        contestant.Enter(mode);
        if (mode == StepMode.Train)
            contestant.RenewOptimizers();
    }

    private void Step(StepMode mode, int step, ref double loss)
    {
        if (mode == StepMode.Train)
            loss = contestant.Train(step % contestant.Batches);
        else
            contestant.Predict(step % contestant.Batches);
    }

    private PeerAnswer Time(StepMode mode, int steps, int untimed)
    {
        var (seconds, processor, faults, managed, loss) = (0.0, TimeSpan.Zero, 0L, 0L, 0.0);
        for (int now; steps > 0; steps -= now)
        {
            now = Math.Min(steps, StepsOfALife);
            Begin(mode);
            for (var step = 0; step < untimed; step++)
                Step(mode, step, ref loss);
            faults -= ProcessStatus.MinorFaults;
            managed -= GC.GetTotalAllocatedBytes(precise: true);
            processor -= Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            for (var step = untimed; step < untimed + now; step++)
                Step(mode, step, ref loss);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            processor += Environment.CpuUsage.TotalTime;
            managed += GC.GetTotalAllocatedBytes(precise: true);
            faults += ProcessStatus.MinorFaults;
        }
        return double.IsFinite(loss)
            ? new() { Seconds = seconds, ProcessorSeconds = processor.TotalSeconds, Faults = faults, Managed = managed }
            : throw new ArithmeticException(string.Create(CultureInfo.InvariantCulture, $"The loss became {loss}."));
    }

    /// <summary>Takes steps for so many seconds, and gives the seconds of one at the end.</summary>
    private double Warm(StepMode mode, double least)
    {
        var sum = 0.0;
        for (var steps = 1; ; steps *= 2)
        {
            var seconds = Time(mode, steps, 0).Seconds;
            sum += seconds;
            if (sum >= least)
                return seconds / steps;
        }
    }

    private PeerAnswer Profile(StepMode mode, PeerRequest request)
    {
        var library = NativeLibrary.Load(request.Library);
        var start = Marshal.GetDelegateForFunctionPointer<Action>(NativeLibrary.GetExport(library, "operators_start"));
        var stop = Marshal.GetDelegateForFunctionPointer<Action>(NativeLibrary.GetExport(library, "operators_stop"));
        var report = Marshal.GetDelegateForFunctionPointer<Report>(NativeLibrary.GetExport(library, "operators_report"));
        start();
        var answer = Time(mode, request.Steps, 0);
        stop();
        var text = new byte[1 << 20];
        return answer with { Operators = System.Text.Encoding.UTF8.GetString(text.AsSpan(0, (int)report(text, text.Length))) };
    }

    private delegate long Report(byte[] text, long size);
}
