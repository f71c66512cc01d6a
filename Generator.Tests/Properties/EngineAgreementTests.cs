using System.Diagnostics;
using Xunit.Abstractions;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>Thousands of random models and mistakes in them: compiler and engine must say the same of each.</summary>
public class EngineAgreementTests(ITestOutputHelper output)
{
    /// <summary>Wall-clock time for all seeds, within which the models of each are as many as they are on any machine of this pace.</summary>
    private const int Models = 2000;

    private const int Mutants = 3;

    [Fact]
    public void Compiler_and_engine_agree_on_random_models()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var failures = new List<string>();
        var watch = Stopwatch.StartNew();
        var first = int.TryParse(Environment.GetEnvironmentVariable("NEURALDSL_SEED"), out var given) ? given : 0;
        var models = int.TryParse(Environment.GetEnvironmentVariable("NEURALDSL_MODELS"), out var many) ? many : Models;
        for (var seed = first; seed < first + models && failures.Count < 20; seed++)
            Explore(seed, counts, failures);

        output.WriteLine($"{counts.Values.Sum():N0} runs of models from {models:N0} seeds in {watch.Elapsed.TotalSeconds:0.0} s");
        foreach (var (line, count) in counts)
            output.WriteLine($"{count,8:N0}  {line}");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static void Explore(int seed, SortedDictionary<string, int> counts, List<string> failures)
    {
        var random = new Random(seed);
        var grower = new ModelGrower(random);
        var model = grower.Start();
        var length = random.Next(1, 12);
        for (var tries = 0; tries < length + 4; tries++)
        {
            if (ModelCompiler.Compile(model.Declare(), default).Model is not { } typed)
                break;
            var grown = grower.Grow(model, typed);
            if (ModelCompiler.Compile(grown.Declare(), default).Model is not null)
                model = grown;
            else if (random.Next(3) == 0)
                Judged(grown);
        }
        if (random.Next(4) == 0 && ModelCompiler.Compile(model.Declare(), default).Model is { } trained)
            model = grower.Train(model, trained);
        Judged(model);
        var mutator = new Mutator(random);
        for (var i = 0; i < Mutants; i++)
            Judged(mutator.Mutate(model));

        void Judged(RandomModel candidate)
        {
            try
            {
                foreach (var line in Judge.Compare(candidate, seed))
                    counts[line] = counts.GetValueOrDefault(line) + 1;
            }
            catch (DisagreementException error)
            {
                var (smallest, message) = Shrinker.Shrink(candidate, seed, error.Message);
                failures.Add($"seed {seed}: {message}\n{smallest.ToCSharp()}");
            }
        }
    }
}
