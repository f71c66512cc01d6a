using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Passes;

/// <summary>The values of a pass by their names, and layers written as the forward method has them.</summary>
/// <param name="model">The model.</param>
/// <param name="pass">Where the statements go.</param>
/// <param name="isTaken">Whether something takes a value.</param>
/// <param name="size">Writes a size as an expression, in the locals and members that the method has.</param>
internal sealed class ForwardWriter(TypedModel model, Pass pass, Func<string, bool> isTaken, Func<Dim, string> size)
{
    private readonly Dictionary<string, Local> values = model.Parameters.ToDictionary(parameter => parameter.Name, parameter => Local.Member($"this.{CSharp.Identifier(parameter.Name)}"));

    /// <summary>The tensor of a value: of inputs and parameters at once, of others after their layer.</summary>
    public Local this[string name]
    {
        get => values[name];
        set => values[name] = value;
    }

    /// <summary>The expression of a layer's module.</summary>
    public static string ModuleOf(TypedLayer layer) => $"this.{CSharp.Identifier(layer.Node.Share ?? layer.Name)}";

    /// <summary>What a layer takes.</summary>
    public IReadOnlyList<Local> InputsOf(TypedLayer layer) => [.. layer.Node.Inputs!.Value.Select(value => values[value])];

    /// <summary>Takes note of what a layer made by a rule of its own.</summary>
    public void Take(TypedLayer layer, GradientCode code)
    {
        foreach (var (value, made) in layer.Node.Values.Zip(code.Made, (value, made) => (value, made)))
            values[value] = made!;
    }

    /// <summary>Writes a layer as the forward method has it.</summary>
    public void Write(TypedLayer layer) => Write(layer, InputsOf(layer), isRecorded: false);

    /// <summary>The same of inputs that are given, watched by autograd or not.</summary>
    public void Write(TypedLayer layer, IReadOnlyList<Local> inputs, bool isRecorded)
    {
        string[] made = [.. layer.Node.Values.Where((value, i) => i == 0 || isTaken(value))];
        Local[] results = [.. made.Select(value => Local.Unknown(pass.Name(Names.Word(value)), layer.TypeOf(value).Shape.ToDisplay()))];
        var lines = new List<string>();
        var temporaries = new List<string>();
        layer.Layer.Write(new(
            $"{model.Type.Name}: {layer.Node.Title}", results[0].Name, [.. layer.Node.Values.Skip(1).Select(value => Array.IndexOf(made, value) is >= 0 and var at ? results[at].Name : null)],
            [.. inputs.Select(input => input.Name)], ModuleOf(layer), layer.Node.Tie?.Expression, layer.Node.If, layer.Types, size, pass.Name,
            (statement, _) => lines.Add(statement),
            (wanted, expression, _) => Temporary(lines, temporaries, wanted, expression)));
        lines.AddRange(temporaries.Select(local => $"{local}.Dispose();"));
        Write(results, lines, inputs, isRecorded ? Names.Word(layer.Name) : null);
        for (var i = 0; i < made.Length; i++)
            values[made[i]] = results[i];
    }

    /// <summary>Writes lines that autograd watches where they have a name.</summary>
    public void Write(IReadOnlyList<Local> results, IEnumerable<string> lines, IReadOnlyList<Local> reads, string? recorded)
    {
        if (recorded is not null)
        {
            var mode = pass.Name($"{recorded}Recording");
            lines = [$"var {mode} = global::TorchSharp.torch.enable_grad();", .. lines, $"{mode}.Dispose();"];
        }
        pass.Write(results, [.. lines.Select((line, i) => Code.Of(line, i == 0 ? reads : []))]);
    }

    /// <summary>Writes a line that makes an intermediate of a layer, and gives its name.</summary>
    public string Temporary(List<string> lines, List<string> temporaries, string wanted, string expression)
    {
        var local = pass.Name(wanted);
        temporaries.Add(local);
        lines.Add($"var {local} = {expression};");
        return local;
    }
}
