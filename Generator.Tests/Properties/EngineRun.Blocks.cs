using System.Globalization;
using NeuralDsl.Declaration;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <content>Blocks: each is a run of its own model.</content>
internal sealed partial class EngineRun
{
    private Tensor RunBlock(IReadOnlyList<Tensor> inputs)
    {
        var (place, attribute) = (index, layer);
        var block = new RandomModel(attribute.TypeArgument?.Model?.Attributes ?? throw new EngineException("a block is a model"));
        var arguments = ReadArguments(attribute, block);
        var lists = arguments.Values.Where(values => values.Length > 1).Select(values => (long)values.Length).Distinct().ToArray();
        var repeat = attribute.Get("Repeat") is null ? lists.Cast<long?>().FirstOrDefault() : Size("Repeat");
        var varies = lists.Length > 0 || arguments.Values.Any(values => values.Any(UsesIndex));
        if (repeat < 1 || lists.Any(length => length != repeat))
            throw new EngineException("a block is repeated as often as it has values, and once at least");
        if (varies && (repeat is null || (attribute.Get("Repeat") as string)?.Any(char.IsLetter) == true))
            Take("values that differ from one repetition to the next, without a number of them");

        if (!blocks.TryGetValue(place, out var runs))
            blocks.Add(place, runs = []);
        var result = Thread();
        if (attribute.Text("Share") is { } share)
        {
            // The weights are there once they have run.
            CopyBlocks(blocks.GetValueOrDefault(OwnerOf(share)) ?? throw new EngineException($"'{share}' is no block"), runs);
            result = Thread();
        }
        return result;

        Tensor Thread()
        {
            var result = inputs[0];
            for (var repetition = 0; repetition < (repeat ?? 1); repetition++)
            {
                var values = HypersOf(block, arguments, repetition);
                if (runs.Count == repetition)
                {
                    var prefix = PrefixOf(place, repetition);
                    runs.Add(new(block, attribute.TypeArgument.Name, values, Liberties, name => IsFrozen(prefix + name)) { Sizes = null! });
                }
                Tensor[] taken = [result, .. inputs.Skip(1)];
                runs[repetition].Sizes = Bind(block, taken, values);
                var made = runs[repetition].RunAsBlock(taken);
                // What a block makes free with, the model around it does.
                if (Liberties.FirstOrDefault(pair => pair.Key.Class == attribute.TypeArgument.Name).Value is { } liberty)
                    Take(liberty);
                if (repeat is not null && !varies && (!made.shape.SequenceEqual(result.shape) || made.dtype != result.dtype))
                    Take("a repeated block that makes another shape than it takes");
                result = made;
            }
            return result;
        }
    }

    /// <summary>The one output of the model.</summary>
    private Tensor RunAsBlock(IReadOnlyList<Tensor> inputs)
    {
        var outputs = Run(model.Inputs.Zip(inputs).ToDictionary(pair => pair.First.Text("name")!, pair => pair.Second));
        return Places("Output").ToArray() switch
        {
            [] => outputs[outputs.Keys.Max()],
            [var only] => Value(model.Attributes[only].Text("name")!),
            _ => throw new EngineException("a block has one output"),
        };
    }

    /// <summary>The values of a block's hyper-parameters as written, several for a list; those that are not given are not in it.</summary>
    private static Dictionary<string, string[]> ReadArguments(AttributeDeclaration attribute, RandomModel block)
    {
        var values = new Dictionary<string, string[]>();
        foreach (var part in SplitOutsideBrackets(attribute.Text("arguments") ?? ""))
        {
            if (part.Split('=') is not [var name, var value])
                throw new EngineException("an argument is name=value");
            if (block.Hypers.All(hyper => hyper.Text("name") != name.Trim()) || values.ContainsKey(name.Trim()))
                throw new EngineException($"'{name}' is no hyper-parameter of the block, or there twice");
            values.Add(name.Trim(), value.Trim() is ['[', .. var items, ']'] ? [.. SplitOutsideBrackets(items)] : [value.Trim()]);
        }
        return values;
    }

    private static bool HasLists(AttributeDeclaration attribute) => attribute.Text("arguments") is { } text && SplitOutsideBrackets(text).Any(part => part.Contains('[') && part.Contains(','));

    private static bool UsesIndex(string value) => value.Split('+', '-', '*', '/', '(', ')').Contains("i");

    /// <summary>The block's whole-number hyper-parameters in a repetition: as given, or this model's of the same name, or the default.</summary>
    private Dictionary<string, long> HypersOf(RandomModel block, Dictionary<string, string[]> arguments, int repetition)
    {
        var values = new Dictionary<string, long>();
        foreach (var hyper in block.Hypers)
        {
            var name = hyper.Text("name")!;
            if (hyper.Get("value") is not long fallback)
            {
                var isNumber = !arguments.TryGetValue(name, out var written) || double.TryParse(written[0], CultureInfo.InvariantCulture, out _)
                    || model.Hypers.Any(outer => outer.Text("name") == written[0] && outer.Get("value") is double);
                if (!isNumber)
                    throw new EngineException($"'{name}' takes a number");
                continue;
            }
            var value = arguments.TryGetValue(name, out var given) ? SizeText.Evaluate(given.Length > 1 ? given[repetition] : given[0], symbol => symbol == "i" ? repetition : Hyper(symbol))
                : hypers.TryGetValue(name, out var same) ? same : fallback;
            if (value < (fallback >= 1 ? 1 : 0))
                throw new EngineException($"'{name}' is below its least value");
            values.Add(name, value);
        }
        return values;
    }

    /// <summary>The sizes of a block's symbols, from the tensors that it takes, which must be as it declares.</summary>
    private static Sizes Bind(RandomModel block, IReadOnlyList<Tensor> inputs, IReadOnlyDictionary<string, long> hypers)
    {
        var declared = block.Inputs.ToArray();
        if (declared.Length != inputs.Count)
            throw new EngineException("the block takes another number of inputs");
        var sizes = new Dictionary<string, long>();
        var axes = declared.Select(input => SizeText.AxesOf(Sizes.ShapeOf(input))).ToArray();
        for (var i = 0; i < inputs.Count; i++)
        {
            var dtype = (declared[i].Get("dtype") as EnumMember)?.Name switch { "Int64" => ScalarType.Int64, "Bool" => ScalarType.Bool, _ => ScalarType.Float32 };
            if (inputs[i].dtype != dtype || inputs[i].dim() != axes[i].Length)
                throw new EngineException("the block takes another tensor");
            for (var axis = 0; axis < axes[i].Length; axis++)
            {
                if (SizeText.LineOf(axes[i][axis]) is not { } line || hypers.ContainsKey(line.Symbol))
                    continue;
                var size = (inputs[i].shape[axis] - line.Offset) / line.Factor;
                sizes.TryAdd(line.Symbol, size > 0 ? size : throw new EngineException($"'{line.Symbol}' is below 1"));
            }
        }
        // Of T/2 many T would do; what the block makes is the same for each of them.
        foreach (var (axis, size) in axes.Zip(inputs).SelectMany(pair => pair.First.Zip(pair.Second.shape)))
        {
            if (SizeText.SymbolsOf(axis).Where(symbol => !sizes.ContainsKey(symbol) && !hypers.ContainsKey(symbol)).Distinct().ToArray() is not [var hidden])
                continue;
            for (var value = 1L; value < 1000 && !sizes.ContainsKey(hidden); value++)
            {
                if (SizeText.Evaluate(axis, symbol => symbol == hidden ? value : hypers.TryGetValue(symbol, out var hyper) ? hyper : sizes[symbol]) == size)
                    sizes.Add(hidden, value);
            }
        }
        var bound = new Sizes(sizes, hypers);
        for (var i = 0; i < inputs.Count; i++)
        {
            for (var axis = 0; axis < axes[i].Length; axis++)
            {
                if (SizeText.SymbolsOf(axes[i][axis]).All(symbol => bound.Find(symbol) is not null) && SizeText.Evaluate(axes[i][axis], symbol => bound[symbol]) != inputs[i].shape[axis])
                    throw new EngineException("the block takes another shape");
            }
        }
        return bound;
    }

    private static void CopyBlocks(List<EngineRun> from, List<EngineRun> to)
    {
        if (from.Count != to.Count)
            throw new EngineException("the shared blocks are repeated otherwise");
        foreach (var (source, target) in from.Zip(to))
        {
            if (!source.NamedParameters().Select(pair => pair.Name).SequenceEqual(target.NamedParameters().Select(pair => pair.Name)))
                throw new EngineException("the shared blocks have other parameters");
            using var noGrad = no_grad();
            foreach (var (first, second) in source.NamedParameters().Zip(target.NamedParameters()))
            {
                if (!first.Value.shape.SequenceEqual(second.Value.shape))
                    throw new EngineException("the shared weights have another shape");
                second.Value.detach().copy_(first.Value);
            }
        }
    }

    private static IEnumerable<string> SplitOutsideBrackets(string text)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is '[' or '(')
                depth++;
            else if (at < text.Length && text[at] is ']' or ')')
                depth--;
            else if (at == text.Length || (text[at] == ',' && depth == 0))
            {
                if (text[start..at].Trim() is { Length: > 0 } part)
                    yield return part;
                start = at + 1;
            }
        }
    }
}
