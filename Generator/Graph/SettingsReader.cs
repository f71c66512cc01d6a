using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Operators;

namespace NeuralDsl.Graph;

/// <summary>Reads what a model declares besides its network.</summary>
internal sealed class SettingsReader(string className, IReadOnlyList<Hyper> hypers, List<Fault> faults)
{
    private static readonly string[] Attributes = ["Training", "Metrics", "Search"];

    private readonly List<ArgumentDeclaration> training = [];
    private readonly List<GraphSearch> searches = [];
    private AttributeDeclaration? firstData;
    private GraphData? data;
    private GraphMetrics? metrics;

    /// <summary>Whether an attribute is read here.</summary>
    public static bool Reads(string attribute) => Attributes.Contains(attribute) || GraphData.IsKind(attribute);

    public void Read(AttributeDeclaration attribute, int index, ArgumentReader arguments)
    {
        switch (attribute.Name)
        {
            case "Training":
                ReadTraining(attribute, arguments);
                break;
            case "Metrics":
                metrics = ReadMetrics(attribute, index, arguments);
                break;
            case "Search":
                if (ReadSearch(index, arguments) is { } search)
                    searches.Add(search);
                break;
            case var kind when firstData is not null:
                faults.Add(new(Rules.SeveralData, new(index), kind, firstData.Name, className));
                break;
            default:
                firstData = attribute;
                data = GraphData.Read(attribute, index, arguments);
                break;
        }
    }

    /// <summary>What was read, after the values that a search tries have been compared with what the layers take.</summary>
    /// <param name="conditions">The ranges of hyper-parameters that stand for numbers.</param>
    public ModelSettings Finish(IReadOnlyList<NumberCondition> conditions)
    {
        foreach (var search in searches)
        {
            foreach (var condition in conditions.Where(condition => condition.Hyper == search.Name))
                CheckRange(search, condition.Range, $", which {condition.Reason} takes");
        }
        return new(data, training.ToEquatableArray(), metrics, searches.ToEquatableArray());
    }

    private void ReadTraining(AttributeDeclaration attribute, ArgumentReader arguments)
    {
        foreach (var (name, fallback) in new[] { ("Epochs", 10), ("BatchSize", 32), ("Accumulation", 1) })
            arguments.Integer(name, fallback, minimum: 1);
        arguments.Integer("Patience", 0, minimum: 0);
        arguments.Number("EmaDecay", 0, NumberRange.Decay);
        if (!arguments.HasFaults)
            training.AddRange(attribute.Arguments);
    }

    private GraphMetrics? ReadMetrics(AttributeDeclaration attribute, int index, ArgumentReader arguments)
    {
        var members = attribute.Arguments.FirstOrDefault(argument => argument.Name == "metrics")?.Value is EquatableArray<EnumMember> written ? written : [];
        if (members.Count == 0)
            arguments.Refuse("metrics", "at least one metric", "empty");
        for (var i = 0; i < members.Count; i++)
        {
            if (members.Take(i).Contains(members[i]))
                arguments.Report(new(Rules.DuplicateName, new(index, "metrics", Element: i), members[i].Name, "an earlier metric"));
        }
        var most = arguments.Integer("TopK", GraphMetrics.DefaultTopK, minimum: 1);
        return arguments.HasFaults ? null : new(members.Select(member => member.Name).ToEquatableArray(), most, index);
    }

    private GraphSearch? ReadSearch(int index, ArgumentReader arguments)
    {
        var name = arguments.Text("name") ?? "";
        var hyper = hypers.FirstOrDefault(candidate => candidate.Name == name);
        if (hyper is null && name is not (GraphSearch.LearningRate or GraphSearch.BatchSize))
        {
            var candidates = hypers.Select(candidate => candidate.Name).Concat([GraphSearch.LearningRate, GraphSearch.BatchSize]).ToArray();
            var nearest = Spelling.Nearest(name, candidates);
            arguments.Report(new Fault(
                Rules.UnknownName, arguments.At("name"), "hyper-parameter", name,
                nearest is not null ? $"; did you mean '{nearest}'?" : $"; a search tries {string.Join(", ", candidates.Select(candidate => $"'{candidate}'"))}").WithNearest(nearest));
            return null;
        }
        if (searches.Any(other => other.Name == name))
        {
            arguments.Report(new(Rules.DuplicateName, arguments.At("name"), name, "an earlier Search"));
            return null;
        }
        var values = arguments.Has("values") ? arguments.NumberList("values", NumberRange.Any) ?? [] : [];
        var (from, to) = (arguments.Number("From", 0, NumberRange.Any).Value, arguments.Number("To", 0, NumberRange.Any).Value);
        var isLog = arguments.Flag("Log", false);
        var range = new[] { "From", "To", "Log" }.FirstOrDefault(arguments.Has);
        if (values.Count > 0 && range is not null)
            arguments.Refuse(range, "left out: the values to choose from are listed", "given");
        else if (values.Count == 0 && !(arguments.Has("From") && arguments.Has("To")))
            arguments.Refuse("values", "values to choose from, or a range with From and To", "neither");
        else if (values.Count == 0 && from >= to)
            arguments.Refuse("To", $"above From, {CSharp.Number(from)},", CSharp.Number(to));
        else if (isLog && from <= 0)
            arguments.Refuse("From", "above 0, since Log = true", CSharp.Number(from));
        if (arguments.HasFaults)
            return null;

        var search = new GraphSearch(name, values, from, to, isLog, index);
        var isWhole = hyper is null ? name == GraphSearch.BatchSize : hyper.Size is not null;
        var allowed = hyper is null ? (isWhole ? new NumberRange(1) : NumberRange.Positive) : isWhole ? new(hyper.Minimum) : NumberRange.Any;
        return (!isWhole || AreWhole(search)) && CheckRange(search, allowed, "") ? search : null;
    }

    private bool AreWhole(GraphSearch search)
    {
        var wrong = Tried(search).FirstOrDefault(tried => tried.Value != Math.Floor(tried.Value));
        if (wrong.At is not null)
            faults.Add(new(Rules.InvalidArgument, wrong.At, wrong.At.Argument!, $"Search(\"{search.Name}\")", "whole, as the hyper-parameter is,", CSharp.Number(wrong.Value)));
        return wrong.At is null;
    }

    /// <summary>Whether all that is tried is in a range; reports the first number that is not.</summary>
    private bool CheckRange(GraphSearch search, NumberRange range, string reason)
    {
        var wrong = Tried(search).FirstOrDefault(tried => !range.Contains(tried.Value));
        if (wrong.At is not null)
            faults.Add(new(Rules.InvalidArgument, wrong.At, wrong.At.Argument!, $"Search(\"{search.Name}\")", $"{range}{reason}", CSharp.Number(wrong.Value)));
        return wrong.At is null;
    }

    /// <summary>The values, or the ends of the range, each with its place.</summary>
    private static IEnumerable<(double Value, FaultLocation? At)> Tried(GraphSearch search) => search.Values.Count > 0
        ? search.Values.Select((value, i) => (value, (FaultLocation?)new FaultLocation(search.Attribute, "values", Element: i)))
        : [(search.From, new(search.Attribute, "From")), (search.To, new(search.Attribute, "To"))];
}
