using System.Globalization;
using Microsoft.CodeAnalysis;
using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>Reads an attribute's arguments by name, with defaults; what is out of range becomes a fault at that argument.</summary>
internal sealed class ArgumentReader(AttributeDeclaration attribute, int index, IReadOnlyList<Hyper> hypers, ICollection<Fault> faults)
{
    private readonly List<SizeArgument> sizes = [];
    private readonly List<NumberCondition> conditions = [];

    /// <summary>The sizes that were read as expressions, whose least values the checker has to require.</summary>
    public EquatableArray<SizeArgument> Sizes => sizes.ToEquatableArray();

    /// <summary>The ranges of the hyper-parameters that were read as numbers, which the constructor has to check.</summary>
    public IReadOnlyList<NumberCondition> Conditions => conditions;

    /// <summary>Whether an argument was refused, so that what was read must not be used.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>The attribute's name, such as <c>Conv2d</c>.</summary>
    public string Operator => attribute.Name;

    /// <summary>The type that the attribute names, as a block does.</summary>
    public TypeArgumentDeclaration? TypeArgument => attribute.TypeArgument;

    /// <summary>The hyper-parameters of the model.</summary>
    public IReadOnlyList<Hyper> Hypers => hypers;

    /// <summary>The place of the whole attribute.</summary>
    public FaultLocation Whole => new(index);

    /// <summary>Whether the user wrote the argument.</summary>
    public bool Has(string name) => attribute.Arguments.Any(argument => argument.Name == name);

    public FaultLocation At(string name) => new(index, name);

    /// <summary>A size: a number of at least <paramref name="minimum"/>, or an expression over hyper-parameters.</summary>
    public Dim Size(string name, Dim fallback, long minimum = 1)
    {
        switch (Value(name))
        {
            case long number when number >= minimum:
                return number;
            case string expression:
                return Expression(name, expression, minimum) ?? fallback;
            case null:
                return fallback;
            case var other:
                var expected = other is long ? $"at least {minimum}" : $"a number of at least {minimum}, or an expression over hyper-parameters";
                Refuse(name, expected, Convert.ToString(other, CultureInfo.InvariantCulture)!);
                return fallback;
        }
    }

    /// <summary>
    /// A size for each of so many axes, each at least <paramref name="minimum"/>: a number or an expression for all of them, or one for
    /// each with blanks between.
    /// </summary>
    public AxisSizes SizePerAxis(string name, int axes, AxisSizes fallback, long minimum = 1)
    {
        var words = Words(Text(name) ?? "");
        if (words.Count < 2)
            return Has(name) ? AxisSizes.Same(Size(name, 1, minimum), axes) : fallback;
        if (words.Count != axes)
        {
            Refuse(name, axes == 1 ? "one size" : $"one size, or {axes} sizes with blanks between", $"\"{Text(name)}\"");
            return fallback;
        }
        return new(words.Select((word, axis) => Expression(name, word.Text, minimum, word.Start) ?? fallback[axis]).ToEquatableArray());
    }

    public AxisSizes SizePerAxis(string name, int axes, long fallback = 1, long minimum = 1) => SizePerAxis(name, axes, AxisSizes.Same(fallback, axes), minimum);

    /// <summary>The same, where a question mark, which gives null, leaves an axis as it is.</summary>
    public EquatableArray<Dim?> SizeOrSamePerAxis(string name, int axes)
    {
        var words = Words(Text(name) ?? "");
        if (words.All(word => word.Text != "?"))
            return SizePerAxis(name, axes).Sizes.Select(size => (Dim?)size).ToEquatableArray();
        if (words.Count == axes)
            return words.Select(word => word.Text == "?" ? null : Expression(name, word.Text, 1, word.Start)).ToEquatableArray();
        Refuse(name, $"{axes} sizes with blanks between", $"\"{Text(name)}\"");
        return Enumerable.Repeat((Dim?)null, axes).ToEquatableArray();
    }

    /// <summary>A size of at least 1; where it is no argument of the constructor, 1 by default.</summary>
    public Dim Size(string name) => Size(name, 1);

    /// <summary>A size that the user may leave to the checker.</summary>
    public Dim? OptionalSize(string name) => Has(name) ? Size(name) : null;

    /// <summary>A number in a range, or the name of a hyper-parameter that is one.</summary>
    public Number Number(string name, double fallback, NumberRange range)
    {
        switch (Value(name))
        {
            case null when range.Contains(fallback):
                return new(fallback);
            case double or long or string when ReadNumber(name) is { } number:
                Require(number, range, name, At(name));
                return number;
            case string hyper:
                RefuseHyper(name, hyper, 0);
                return new(fallback);
            case var other:
                Refuse(name, $"{range}, or the name of a hyper-parameter", Convert.ToString(other ?? "null", CultureInfo.InvariantCulture)!);
                return new(fallback);
        }
    }

    /// <summary>Numbers: one, or as a string several with blanks between.</summary>
    public EquatableArray<double> Numbers(string name, NumberRange range)
    {
        if (Text(name) is not { } text)
            return [Number(name, 1, range).Value];
        var numbers = new List<double>();
        foreach (var (word, start) in Words(text))
        {
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                Malformed(name, "number", text, new($"'{word}' is no number", start, word.Length));
            else if (!range.Contains(number))
                Refuse(name, range.ToString(), word);
            numbers.Add(number);
        }
        if (numbers.Count == 0)
            Refuse(name, range.ToString(), "empty");
        return numbers.ToEquatableArray();
    }

    /// <summary>Checks a number, of a hyper-parameter the default, and leaves the check of its other values to the constructor.</summary>
    public void Require(Number number, NumberRange range, string name, FaultLocation location)
    {
        var hyper = hypers.FirstOrDefault(candidate => candidate.Name == number.Hyper);
        if (!range.Contains(number.Value))
        {
            var actual = number.Value.ToString("R", CultureInfo.InvariantCulture);
            var fault = new Fault(Rules.InvalidArgument, location, name, attribute.Name, range.ToString(), hyper?.Name ?? actual);
            Report(hyper is null ? fault : fault.WithCounterexample($"{hyper.Name} = {actual}"));
        }
        else if (hyper is not null && !range.ContainsAllFrom(hyper.Size is null ? double.NegativeInfinity : hyper.Minimum))
        {
            conditions.Add(new(hyper.Name, range, attribute.Name));
        }
    }

    public long Integer(string name, long fallback, long minimum = long.MinValue)
    {
        var value = Value(name) is long written ? written : fallback;
        if (value < minimum)
            Refuse(name, $"at least {minimum}", value.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    /// <summary>A shape, or null after a fault at the very characters; where a separator is given, it may stand between axes.</summary>
    public Shape? Shape(string name, string owner = "", char separator = ' ')
    {
        var text = Text(name) ?? "";
        try
        {
            return ShapeParser.Parse(text.Replace(separator, ' '), owner);
        }
        catch (ShapeSyntaxException error)
        {
            Malformed(name, "shape", text, error);
            return null;
        }
    }

    /// <summary>A condition on hyper-parameters, or null where there is none or after a fault at the very characters.</summary>
    public Presence? Condition(string name)
    {
        if (Text(name) is not { } text)
            return null;
        try
        {
            var presence = Presence.Parse(text);
            if (presence.Symbols.FirstOrDefault(symbol => !hypers.AreAllOf(Dim.Symbol(symbol))) is { } unknown)
                RefuseHyper(name, unknown, ShapeParser.IndexOf(text, unknown));
            else if (presence.Indicator.Constant is not null)
                Refuse(name, "a condition that hyper-parameters decide", $"\"{text}\"");
            else
                return presence;
        }
        catch (ShapeSyntaxException error)
        {
            Malformed(name, "condition", text, error);
        }
        return null;
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

    /// <summary>A list of numbers in a range, at least one; null where there is none.</summary>
    public EquatableArray<double>? NumberList(string name, NumberRange range)
    {
        if (Value(name) is not EquatableArray<double> numbers)
            return null;
        if (numbers.Count == 0 || !numbers.All(range.Contains))
            Refuse(name, $"numbers, each {range}", $"{{ {string.Join(", ", numbers.Select(CSharp.Number))} }}");
        return numbers;
    }

    public bool Flag(string name, bool fallback) => Value(name) is bool written ? written : fallback;

    public string? Text(string name) => Value(name) as string;

    public string Member(string name, string fallback) => Value(name) is EnumMember { Name.Length: > 0 } member ? member.Name : fallback;

    /// <summary>How the target names classes: one of the ways given, of which the first is the default.</summary>
    public string Encoding(params string[] ways)
    {
        var encoding = Member("Encoding", ways[0]);
        if (!ways.Contains(encoding))
            Refuse("Encoding", string.Join(" or ", ways), encoding);
        return encoding;
    }

    /// <summary>Reports that an argument does not hold <paramref name="expected"/>.</summary>
    public void Refuse(string name, string expected, string actual) =>
        Report(new(Rules.InvalidArgument, At(name), name, attribute.Name, expected, actual));

    /// <summary>Reports that the text of an argument cannot be read, at its characters at fault.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="kind">What the text should be, such as a shape.</param>
    /// <param name="text">The text.</param>
    /// <param name="error">What is wrong with it.</param>
    public void Malformed(string name, string kind, string text, ShapeSyntaxException error) =>
        Report(new(Rules.MalformedShape, At(name) with { Start = error.Start, Length = error.Length }, kind, text, error.Message));

    public void Report(Fault fault)
    {
        HasFaults = true;
        faults.Add(fault);
    }

    /// <summary>An expression over hyper-parameters, or null after a fault at the very characters.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="text">The expression.</param>
    /// <param name="minimum">The least value that the operator takes.</param>
    /// <param name="at">Where the expression starts in the argument.</param>
    private Dim? Expression(string name, string text, long minimum, int at = 0)
    {
        try
        {
            var size = ShapeParser.ParseDim(text);
            foreach (var symbol in size.Symbols.Where(symbol => hypers.All(hyper => hyper.Name != symbol || hyper.Size is null)))
            {
                RefuseHyper(name, symbol, at + Math.Max(0, ShapeParser.IndexOf(text, symbol)));
                return null;
            }
            if (size.Constant < minimum)
            {
                Refuse(name, $"at least {minimum}", size.Text);
                return null;
            }
            sizes.Add(new(name, size, minimum));
            return size;
        }
        catch (ShapeSyntaxException error)
        {
            Malformed(name, "size", Text(name)!, new(error.Message, at + error.Start, error.Length));
            return null;
        }
    }

    /// <summary>The words of a text, with the places where they start.</summary>
    private static List<(string Text, int Start)> Words(string text)
    {
        var words = new List<(string, int)>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(' ', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
                words.Add((text.Substring(start, end - start), start));
            start = end + 1;
        }
        return words;
    }

    /// <summary>Reports a name that is no hyper-parameter, at its characters in an argument.</summary>
    public void RefuseHyper(string argument, string name, int start)
    {
        var nearest = Spelling.Nearest(name, hypers.Select(hyper => hyper.Name));
        var known = string.Join(", ", hypers.Select(hyper => $"'{hyper.Name}'"));
        var hint = nearest is not null ? $"; did you mean '{nearest}'?" : $"; {(hypers.Count > 0 ? $"there is {known}, or " : "")}declare it with [Hyper(\"{name}\", …)]";
        Report(new Fault(Rules.UnknownName, At(argument) with { Start = start, Length = name.Length }, "hyper-parameter", name, hint).WithNearest(nearest));
    }

    private Number? ReadNumber(string name) => Value(name) switch
    {
        double number => new(number),
        long number => new(number),
        string hyper => hypers.FirstOrDefault(candidate => candidate.Name == hyper)?.ToNumber(),
        _ => null,
    };

    private object? Value(string name) => attribute.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
