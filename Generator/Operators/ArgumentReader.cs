using System.Globalization;
using Microsoft.CodeAnalysis;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;

namespace NeuralDsl.Operators;

/// <summary>Reads an attribute's arguments by name, with defaults; what is out of range becomes a fault at that argument.</summary>
internal sealed class ArgumentReader(AttributeDeclaration attribute, int index, ICollection<Fault> faults)
{
    /// <summary>Whether an argument was refused, so that what was read must not be used.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>Whether the user wrote the argument.</summary>
    public bool Has(string name) => attribute.Arguments.Any(argument => argument.Name == name);

    public FaultLocation At(string name) => new(index, name);

    /// <summary>A size: at least 1.</summary>
    public long Size(string name, long fallback = 1) => Integer(name, fallback, minimum: 1);

    /// <summary>A size that the user may leave to the checker.</summary>
    public long? OptionalSize(string name) => Has(name) ? Size(name) : null;

    public long Integer(string name, long fallback, long minimum = long.MinValue)
    {
        var value = Value(name) is long written ? written : fallback;
        if (value < minimum)
            Refuse(name, $"at least {minimum}", value.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    /// <summary>A number in [<paramref name="minimum"/>, <paramref name="maximum"/>], the ends excluded where asked.</summary>
    public double Number(
        string name, double fallback, double minimum = 0, double maximum = double.PositiveInfinity, bool minimumExcluded = false, bool maximumExcluded = false)
    {
        var value = Value(name) switch { double number => number, long number => number, _ => fallback };
        var isIn = (minimumExcluded ? value > minimum : value >= minimum) && (maximumExcluded ? value < maximum : value <= maximum)
            && !double.IsNaN(value) && !double.IsInfinity(value);
        if (!isIn)
        {
            var from = minimumExcluded ? $"above {CSharp.Number(minimum)}" : $"at least {CSharp.Number(minimum)}";
            var to = maximumExcluded ? $"below {CSharp.Number(maximum)}" : $"at most {CSharp.Number(maximum)}";
            Refuse(name, double.IsPositiveInfinity(maximum) ? $"a number {from}" : $"{from} and {to}", value.ToString("R", CultureInfo.InvariantCulture));
        }
        return value;
    }

    public bool Flag(string name, bool fallback) => Value(name) is bool written ? written : fallback;

    public string? Text(string name) => Value(name) as string;

    public string Member(string name, string fallback) => Value(name) is EnumMember { Name.Length: > 0 } member ? member.Name : fallback;

    /// <summary>Reports that an argument does not hold <paramref name="expected"/>.</summary>
    public void Refuse(string name, string expected, string actual) =>
        Report(new(Rules.InvalidArgument, At(name), name, attribute.Name, expected, actual));

    public void Report(Fault fault)
    {
        HasFaults = true;
        faults.Add(fault);
    }

    private object? Value(string name) => attribute.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
