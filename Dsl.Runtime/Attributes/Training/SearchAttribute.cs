namespace NeuralDsl;

/// <summary>What a search tries for one number: a hyper-parameter, <c>LearningRate</c> or <c>BatchSize</c>.</summary>
/// <remarks>
/// <para>Either values to choose from, or a range with <see cref="From"/> and <see cref="To"/>.</para>
/// </remarks>
/// <example><code>[Hyper("d", 32), Input("x", "N 8"), Linear("d"), ReLU, Linear(1), MSELoss, Adam, Search("d", 16, 32, 64), Search("LearningRate", From = 1e-4, To = 1e-1, Log = true)]</code></example>
/// <param name="name">The hyper-parameter, or <c>LearningRate</c> or <c>BatchSize</c>.</param>
/// <param name="values">The values to choose from; none where a range is given.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SearchAttribute(string name, params double[] values) : ModelElementAttribute
{
    /// <summary>The hyper-parameter, or <c>LearningRate</c> or <c>BatchSize</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The values to choose from.</summary>
    public IReadOnlyList<double> Values { get; } = values;

    /// <summary>The least value of a range.</summary>
    public double From { get; set; }

    /// <summary>The largest value of a range.</summary>
    public double To { get; set; }

    /// <summary>Whether the range is drawn from evenly in its logarithm, which asks for numbers above 0; default no.</summary>
    public bool Log { get; set; }
}
