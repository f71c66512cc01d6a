using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Continues sequences of ids one id after the other, each drawn by what a language model says of the next one.</summary>
/// <example><code>Console.WriteLine(new TextGenerator { Temperature = 0.8, TopK = 20 }.Continue(model.Predict, tokenizer, "In the beginning"));</code></example>
public sealed record TextGenerator
{
    /// <summary>The most ids that are added, at least 1. Default 100.</summary>
    public int Length { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Length), value, "Length is at least 1."); } = 100;

    /// <summary>What logits are divided by, above 0: below 1 the probable becomes more probable, above 1 the improbable. Default 1.</summary>
    public double Temperature
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Temperature), value, "Temperature is above 0.");
    } = 1;

    /// <summary>From how many of the most probable ids one is drawn: 1 always takes the first of them; 0, the default, draws from all.</summary>
    public int TopK { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(TopK), value, "TopK is 0 or more."); }

    /// <summary>How many of the last ids the model is shown: the positions that it knows; 0, the default, for all.</summary>
    public int Context { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Context), value, "Context is 0 or more."); }

    /// <summary>The id that ends a sequence; null, the default, for none. After it a sequence has nothing but this id.</summary>
    public long? Stop { get; init; }

    /// <summary>Decides what is drawn: the same model, prompt and seed give the same ids. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The probabilities of ids: the softmax of the logits by the temperature, with 0 for all but the <see cref="TopK"/> most probable.</summary>
    /// <param name="logits"><c>[N, ids]</c>.</param>
    /// <returns>Float64 of the same shape; the caller disposes it.</returns>
    public Tensor Probabilities(Tensor logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        using var scope = NewDisposeScope();
        var scaled = logits.to(ScalarType.Float64) / Temperature;
        if (TopK == 0 || TopK >= logits.size(-1))
            return scaled.softmax(-1).MoveToOuterDisposeScope();
        var (values, indices) = scaled.topk(TopK, -1);
        return zeros_like(scaled).scatter(-1, indices, values.softmax(-1)).MoveToOuterDisposeScope();
    }

    /// <summary>Continues sequences.</summary>
    /// <param name="model">Makes of ids, <c>Int64 [N, T]</c>, the logits of what follows each of them, <c>[N, T, ids]</c>; it is disposed after each call.</param>
    /// <param name="prompt">The beginnings, <c>Int64 [N, T]</c>, with T at least 1.</param>
    /// <returns>The beginnings and what was added, <c>Int64 [N, T + added]</c>, where sequences that ended early are filled with <see cref="Stop"/>; the caller disposes it.</returns>
    public Tensor Continue(Func<Tensor, Tensor> model, Tensor prompt)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(prompt);
        var random = new SplitMix64((ulong)Seed);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var rows = prompt.size(0);
        var hasEnded = new bool[rows];
        var text = prompt.alias();
        for (var i = 0; i < Length && hasEnded.Contains(false); i++)
        {
            var shown = Context > 0 && text.size(1) > Context ? text.narrow(1, text.size(1) - Context, Context) : text;
            var probabilities = Probabilities(model(shown).select(1, -1)).cpu().contiguous().data<double>().ToArray().AsSpan();
            var ids = probabilities.Length / (int)rows;
            var next = new long[rows];
            for (var row = 0; row < rows; row++)
            {
                next[row] = hasEnded[row] ? Stop!.Value : Draw(probabilities.Slice(row * ids, ids), random.NextDouble());
                hasEnded[row] = next[row] == Stop;
            }
            var longer = cat([text, tensor(next, [rows, 1], device: prompt.device)], 1);
            // What is not needed any more would pile up until the last id.
            scope.DisposeEverythingBut(longer);
            text = longer;
        }
        return text.MoveToOuterDisposeScope();
    }

    /// <summary>Continues a text.</summary>
    /// <param name="model">Makes of ids, <c>Int64 [1, T]</c>, the logits of what follows each of them, <c>[1, T, ids]</c>; such as the model's <c>Predict</c>.</param>
    /// <param name="tokenizer">Makes the ids that the model knows.</param>
    /// <param name="prompt">The beginning of the text, at least one token.</param>
    /// <returns>The beginning and what was added, up to <see cref="Stop"/>.</returns>
    /// <exception cref="ArgumentException">The beginning has no token.</exception>
    public string Continue(Func<Tensor, Tensor> model, Tokenizer tokenizer, string prompt)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(prompt);
        var beginning = tokenizer.Encode(prompt);
        if (beginning.Length == 0)
            throw new ArgumentException("A text begins with at least one token.", nameof(prompt));
        using var ids = tensor(beginning, [1, beginning.Length]);
        using var text = Continue(model, ids);
        var written = text.data<long>().ToArray();
        var end = Stop is { } stop ? Array.IndexOf(written, stop, beginning.Length) : -1;
        return tokenizer.Decode(written.AsSpan(..(end < 0 ? written.Length : end)));
    }

    // The first id whose probability and those before it make up more than a share of all.
    private static long Draw(ReadOnlySpan<double> probabilities, double share)
    {
        var last = 0;
        for (var id = 0; id < probabilities.Length; id++)
        {
            if (probabilities[id] == 0)
                continue;
            last = id;
            share -= probabilities[id];
            if (share < 0)
                break;
        }
        return last;
    }
}
