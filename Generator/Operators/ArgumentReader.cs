using System.Globalization;
using Microsoft.CodeAnalysis;
using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

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

    /// <summary>A shape, or null after a fault at the very characters.</summary>
    public Shape? Shape(string name, string owner = "")
    {
        var text = Text(name) ?? "";
        try
        {
            return ShapeParser.Parse(text, owner);
        }
        catch (ShapeSyntaxException error)
        {
            Report(new(Rules.MalformedShape, At(name) with { Start = error.Start, Length = error.Length }, text, error.Message));
            return null;
        }
    }

    /// <summary>Names of values, separated by commas.</summary>
    public ValueNames Names(string name, int minimum = 1, int maximum = int.MaxValue)
    {
        var names = ValueNames.Parse(name, Text(name) ?? "");
        if (names.Names.Count < minimum || names.Names.Count > maximum)
            Refuse(name, minimum == maximum || maximum == 1 ? $"{minimum} name" : $"at least {minimum} names, separated by commas", $"\"{Text(name)}\"");
        return names;
    }

    /// <summary>A list of integers.</summary>
    public EquatableArray<long> Integers(string name) => Value(name) is EquatableArray<long> integers ? integers : [];

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
