using System.Reflection;
using TorchSharp.Interop;
using Xunit.Abstractions;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>What the installed libtorch can do by itself.</summary>
public class EngineTests(ITestOutputHelper output)
{
    /// <summary>Operators that libtorch has had only since 2.0: before, they are composed of others.</summary>
    private static readonly Operator[] Composed = [Operators.scaled_dot_product_attention];

    [Fact]
    public void Every_operator_is_libtorch_s_or_composed()
    {
        var operators = typeof(Operators).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Operator)field.GetValue(null)!).ToArray();
        var missing = operators.Where(candidate => !candidate.Exists).ToArray();
        output.WriteLine($"libtorch {__version__}: {operators.Length - missing.Length} operators native, {missing.Length} composed");
        Assert.Empty(missing.Except(Composed));
    }
}
