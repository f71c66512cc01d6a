using NeuralDsl.Operators;

namespace NeuralDsl.Emission;

/// <summary>The local names of one method, each given once.</summary>
internal sealed class LocalNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = [.. taken];

    /// <summary>The wanted name as an identifier, with a number where it is taken.</summary>
    public string Unique(string wanted)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = $"{wanted}{number}";
        return CSharp.Identifier(name);
    }
}
