namespace NeuralDsl.Benchmarks;

internal static class ProfileBenchmark
{
    public static int Run(StepOptions options) => 0;
}
