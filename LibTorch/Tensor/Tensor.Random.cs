using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Samples from distributions.
    public partial class Tensor
    {
        public Tensor bernoulli(Generator? generator = null) => Operators.bernoulli.Call(this, generator);

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Operators.multinomial.Call(this, num_samples, replacement, generator);

        public Tensor poisson(Generator? generator = null) => Operators.poisson.Call(this, generator);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Operators.bernoulli__float.Apply(this, p, generator);

        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Operators.bernoulli__Tensor.Apply(this, p, generator);

        public Tensor binomial(Tensor prob, Generator? generator = null) => Operators.binomial.Call(this, prob, generator);

        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
            Operators.cauchy_.Apply(this, median, sigma, generator);

        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            Operators.exponential_.Apply(this, lambda, generator);

        public Tensor geometric_(double p, Generator? generator = null) => Operators.geometric_.Apply(this, p, generator);

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Operators.normal_.Apply(this, mean, std, generator);

        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Operators.log_normal_.Apply(this, mean, std, generator);
    }
}
