using System.Collections.Immutable;
using System.Globalization;
using NeuralDsl.Shapes;
using Spectre.Console;

namespace NeuralDsl;

/// <summary>The layers of a model with what they make and cost, for given sizes.</summary>
public sealed class ModelSummary
{
    private readonly Architecture architecture;
    private readonly Dictionary<string, long> sizes;

    /// <param name="architecture">The model's graph.</param>
    /// <param name="sizes">Sizes of symbols; one that is null or not given stays a symbol, and a hyper-parameter takes its default.</param>
    public ModelSummary(Architecture architecture, params ReadOnlySpan<(string Symbol, long? Size)> sizes)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        this.architecture = architecture;
        this.sizes = architecture.Hypers.ToDictionary(hyper => hyper.Name, hyper => hyper.Default);
        foreach (var (symbol, size) in sizes)
        {
            if (size is { } known)
                this.sizes[symbol] = known;
        }
        Layers = [.. architecture.Layers.Select(layer => new LayerSummary(
            layer.Name, layer.Operator, Display(layer.Shape), Count(layer.Parameters), Count(layer.MultiplyAccumulates))
        {
            Repeat = layer.Repeat == "1" ? "" : Number(layer.Repeat),
        })];
    }

    /// <summary>The layers in the order in which they run.</summary>
    public ImmutableArray<LayerSummary> Layers { get; }

    /// <summary>Elements of all parameters; null where they depend on a size that was not given, as for all of the following.</summary>
    public long? Parameters => Evaluate(architecture.Costs.Parameters);

    /// <summary>Elements of the parameters that are not frozen.</summary>
    public long? Trainable => Evaluate(architecture.Costs.Trainable);

    /// <summary>Multiply-accumulates of one forward pass.</summary>
    public long? MultiplyAccumulates => Evaluate(architecture.Costs.MultiplyAccumulates);

    /// <summary>Elements of the tensors that layers make in a forward pass of training.</summary>
    public long? Activations => Evaluate(architecture.Costs.Activations);

    /// <summary>Bytes of a training step; see <see cref="CostInfo.TrainingBytes"/>.</summary>
    public long? TrainingBytes => Evaluate(architecture.Costs.TrainingBytes);

    /// <summary>Writes the table.</summary>
    /// <param name="console">Where to; default: the standard output.</param>
    public void Write(IAnsiConsole? console = null) => (console ?? AnsiConsole.Console).Write(Table());

    /// <summary>The table as text.</summary>
    public override string ToString() => PlainText.Of(Table(), width: 120);

    private Table Table()
    {
        var table = new Table { Border = TableBorder.Simple, Title = new(architecture.Name.EscapeMarkup()), ShowFooters = true };
        var costs = architecture.Costs;
        table.AddColumn(new TableColumn("layer") { Footer = new Text("") });
        table.AddColumn(new TableColumn("operator") { Footer = new Text("") });
        table.AddColumn(new TableColumn("output") { Footer = new Text("") });
        table.AddColumn(new TableColumn("parameters") { Footer = new Text(Count(costs.Parameters)) }.RightAligned());
        table.AddColumn(new TableColumn("multiply-accumulates") { Footer = new Text(Count(costs.MultiplyAccumulates)) }.RightAligned());
        foreach (var input in architecture.Inputs)
            table.AddRow(new Text(input.Name), new Text("Input"), new Text(Display(input.Shape)), new Text(""), new Text(""));
        foreach (var layer in Layers)
            table.AddRow(new Text(layer.Name), new Text(layer.Operator), new Text(layer.Output), new Text(layer.Parameters), new Text(layer.MultiplyAccumulates));
        table.Caption = new(
            $"trainable {Number(costs.Trainable)}, buffers {Number(costs.Buffers)}, activations {Number(costs.Activations)}; a training step takes {Bytes(costs.TrainingBytes)}".EscapeMarkup());
        return table;
    }

    private string Display(string shape) => new Shape(ShapeParser.Parse(shape).Axes.Select(axis => new Axis(Known(axis.Size)))).ToDisplay();

    private string Count(string expression) => Evaluate(expression) == 0 ? "" : Number(expression);

    private string Number(string expression)
    {
        var count = Known(ShapeParser.ParseCount(expression));
        return count.Constant?.ToString("N0", CultureInfo.InvariantCulture) ?? count.Text;
    }

    private string Bytes(string expression) => Evaluate(expression) switch
    {
        null => $"{Known(ShapeParser.ParseCount(expression)).Text} bytes",
        >= 1 << 30 and var bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.0} GiB"),
        >= 1 << 20 and var bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0} MiB"),
        var bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
    };

    private long? Evaluate(string expression) => Known(ShapeParser.ParseCount(expression)).Constant;

    private Dim Known(Dim size) => size.Substitute(symbol => sizes.TryGetValue(symbol, out var known) ? known : null);
}
