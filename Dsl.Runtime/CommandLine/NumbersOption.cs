using System.CommandLine;
using System.Globalization;

namespace NeuralDsl;

/// <summary>An option that gives numbers to names: <c>--hyper d=64 --hyper dropout=0.1</c>.</summary>
internal static class NumbersOption
{
    public static Option<HyperValues> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NAME=NUMBER",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        {
            Dictionary<string, double> numbers = [];
            foreach (var token in result.Tokens)
            {
                if (token.Value.Split('=') is [var key, var text] && key.Length > 0 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    numbers[key] = number;
                else
                    result.AddError($"{name} takes a name and a number, such as {name} N=32, not '{token.Value}'.");
            }
            return new HyperValues(numbers);
        },
    };
}
