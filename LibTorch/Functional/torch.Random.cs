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
}
