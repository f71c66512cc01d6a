using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Samples from distributions.

    public static Tensor _standard_gamma(Tensor input, Generator? generator = null) => Operators._standard_gamma.Call(input, generator);

    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) =>
        Operators._sample_dirichlet.Call(input, generator);

    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) =>
        Operators.binomial.Call(count, probs, generator);

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Operators.bernoulli.Call(input, generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Operators.multinomial.Call(input, num_samples, replacement, generator);

    public static Tensor poisson(Tensor input, Generator? generator = null) => Operators.poisson.Call(input, generator);

    public static bool randint_bool(Generator? generator = null) => randint_long(2, generator) != 0;

    public static int randint_int(int high, Generator? generator = null) => (int)randint_long(high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var sample = randint(low, high, Array.Empty<long>(), generator: generator);
        return sample.item<long>();
    }

    public static double rand_float(Generator? generator = null)
    {
        using var sample = rand(Array.Empty<long>(), generator: generator);
        return sample.ToDouble();
    }

    public static double randn_float(Generator? generator = null)
    {
        using var sample = randn(Array.Empty<long>(), generator: generator);
        return sample.ToDouble();
    }
}
