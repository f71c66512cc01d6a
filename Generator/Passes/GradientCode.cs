using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Passes;

/// <summary>The code around a layer that says its gradient: what it makes in the forward pass, and in the backward pass the gradients of what it takes.</summary>
internal sealed class GradientCode
{
    private readonly Pass pass;
    private readonly string name;
    private readonly Func<Dim, string> size;
    private readonly Action<int, Local> give;
    private readonly Local?[] made;
    private Action<IReadOnlyList<Local?>>? backward;

    /// <param name="pass">Where its statements go.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">What it takes.</param>
    /// <param name="module">The expression of its module.</param>
    /// <param name="size">Writes a size as an expression, in the locals and members that the method has.</param>
    /// <param name="learns">Whether its parameters may be trained.</param>
    /// <param name="isWanted">Whether the gradient of an input is wanted.</param>
    /// <param name="give">Takes the gradient of an input.</param>
    /// <param name="suffix">What the names of its variables have after the layer's.</param>
    public GradientCode(
        Pass pass, TypedLayer layer, IReadOnlyList<Local> inputs, string module, Func<Dim, string> size, bool learns, Func<int, bool> isWanted, Action<int, Local> give, string suffix = "")
    {
        this.pass = pass;
        name = Names.Word(layer.Name) + suffix;
        this.size = size;
        this.give = give;
        made = new Local?[1 + layer.Types.More.Count];
        (Layer, Inputs, Module, Learns, IsWanted) = (layer, inputs, module, learns, isWanted);
    }

    public TypedLayer Layer { get; }

    public LayerTypes Types => Layer.Types;

    public IReadOnlyList<Local> Inputs { get; }

    public Local Input => Inputs[0];

    /// <summary>The expression of its module.</summary>
    public string Module { get; }

    /// <summary>The expression of the other layer's weight that it uses, or null.</summary>
    public string? Tied => Layer.Node.Tie?.Expression;

    /// <summary>Whether its parameters may be trained.</summary>
    public bool Learns { get; }

    /// <summary>Whether the gradient of an input is wanted.</summary>
    public Func<int, bool> IsWanted { get; }

    /// <summary>Whether it made more than its value, or did more, for the sake of the backward pass.</summary>
    public bool KeepsMore { get; private set; }

    /// <summary>What it made: its own value, then those that are named after it.</summary>
    public IReadOnlyList<Local?> Made => made;

    /// <summary>The name of its own value in one word.</summary>
    public string Name => name;

    /// <summary>The name of an input in one word.</summary>
    public string NameOf(int input) => Names.Word(Layer.Node.Inputs!.Value[input]);

    public string Size(Dim dim) => size(dim);

    /// <summary>The sizes of a shape, with commas between them.</summary>
    public string Sizes(Shape shape) => string.Join(", ", shape.Axes.Select(axis => size(axis.Size)));

    /// <summary>Its value: a new tensor.</summary>
    /// <param name="expression">What computes it.</param>
    /// <param name="inPlace">Ways to do it in the memory of a tensor of the same shape and dtype that nothing reads afterwards.</param>
    public Local Make(Code expression, params (Local Operand, Code Expression)[] inPlace) => (made[0] = pass.Let(name, Shape, expression, inPlace))!;

    /// <summary>Its value: a view of a tensor's memory, or in some cases the tensor itself.</summary>
    public Local MakeView(Local of, Code expression, params (Local Operand, Code Expression)[] inPlace) => (made[0] = pass.View(of, name, Shape, expression, inPlace))!;

    /// <summary>Its value: a view with more elements than the memory has.</summary>
    public Local MakeExpanded(Local of, Code expression) => (made[0] = pass.Expand(of, name, Shape, expression))!;

    /// <summary>Its value is what it takes.</summary>
    public void PassOn() => made[0] = Input;

    /// <summary>Its value and other tensors, of one expression that gives a tuple and may do more.</summary>
    /// <param name="expression">What computes them.</param>
    /// <param name="words">The names of the others, after the layer's.</param>
    /// <returns>The others.</returns>
    public IReadOnlyList<Local> MakeWith(Code expression, params string[] words)
    {
        KeepsMore = true;
        made[0] = Local.Own(pass.Name(name), Shape);
        var others = words.Select(word => Local.Own(pass.Name(name + word), null)).ToArray();
        pass.LetAll([made[0]!, .. others], expression);
        return others;
    }

    /// <summary>All values that it makes, by lines that declare their variables and may do more.</summary>
    /// <param name="write">Writes the lines for the variables.</param>
    /// <param name="isKept">Whether somebody else may keep the memory for the backward pass, which must not be written into then.</param>
    public void MakeBy(Func<IReadOnlyList<Local>, IEnumerable<Code>> write, bool isKept = false)
    {
        KeepsMore = true;
        for (var i = 0; i < made.Length; i++)
        {
            var (local, shape) = (pass.Name(Names.Word(Layer.Node.Values.ElementAt(i))), (i == 0 ? Types.Output : Types.More[i - 1]).Shape.ToDisplay());
            made[i] = isKept ? Local.Unknown(local, shape) : Local.Own(local, shape);
        }
        pass.Write([.. made.OfType<Local>()], [.. write([.. made.OfType<Local>()])], hasEffect: true);
    }

    /// <summary>Its value, a view of a tensor's memory or one of its own, by lines that declare its variable.</summary>
    /// <param name="of">The tensor.</param>
    /// <param name="write">Writes the lines for the variable, with what makes further names.</param>
    public void MakeViewBy(Local of, Func<Local, Func<string, string>, IEnumerable<string>> write)
    {
        made[0] = Local.View(of, pass.Name(name), Shape);
        pass.Write([made[0]!], [.. write(made[0]!, pass.Name).Select((line, i) => Code.Of(line, i == 0 ? Inputs : []))]);
    }

    /// <summary>A tensor of its own that the backward pass needs, drawn at random or not.</summary>
    /// <param name="word">Its name, after the layer's.</param>
    /// <param name="expression">What makes it.</param>
    /// <param name="isNullable">Whether it may be null.</param>
    public Local Keep(string word, Code expression, bool isNullable = false) => pass.Draw(name + word, null, expression, isNullable);

    /// <summary>What the backward pass does with the gradient of its value.</summary>
    public void Backward(Action<Local> rule) => backward = gradients => rule(gradients[0]!);

    /// <summary>What the backward pass does with the gradients of all that it makes; null is that of a value on which no loss depends.</summary>
    public void BackwardOfAll(Action<IReadOnlyList<Local?>> rule) => backward = rule;

    /// <summary>Runs the rule of the backward pass.</summary>
    public void RunBackward(IReadOnlyList<Local?> gradients) => backward!(gradients);

    /// <summary>A new tensor of the backward pass.</summary>
    public Local Let(string wanted, string? shape, Code expression, params (Local Operand, Code Expression)[] inPlace) => pass.Let(wanted, shape, expression, inPlace);

    /// <summary>Several new tensors of the backward pass, of an expression that gives a tuple and may do more.</summary>
    public IReadOnlyList<Local> LetAll(Code expression, params string[] wanted)
    {
        Local[] made = [.. wanted.Select(word => Local.Own(pass.Name(word), null))];
        pass.LetAll(made, expression);
        return made;
    }

    /// <summary>A view of the backward pass.</summary>
    public Local View(Local of, string wanted, string? shape, Code expression) => pass.View(of, wanted, shape, expression);

    /// <summary>A view of the backward pass with more elements than the memory has.</summary>
    public Local Expand(Local of, string wanted, string? shape, Code expression) => pass.Expand(of, wanted, shape, expression);

    /// <summary>A statement that is there for its effect, such as an addition to a parameter's gradient.</summary>
    public void Do(Code call) => pass.Do(call);

    /// <summary>The gradient of an input, where it is wanted: a new tensor.</summary>
    public void Give(int input, Code expression, params (Local Operand, Code Expression)[] inPlace)
    {
        if (IsWanted(input))
            give(input, pass.Let(GradientName(input), ShapeOf(input), expression, inPlace));
    }

    /// <summary>The gradient of an input, where it is wanted: a view of another tensor, or in some cases that itself.</summary>
    public void GiveView(int input, Local of, Code expression, params (Local Operand, Code Expression)[] inPlace)
    {
        if (IsWanted(input))
            give(input, pass.View(of, GradientName(input), ShapeOf(input), expression, inPlace));
    }

    /// <summary>The gradient of an input, wanted or not, of an expression that does more, such as to add to the gradients of parameters.</summary>
    public void GiveWithEffect(int input, Code expression) => Give(input, pass.LetWithEffect(GradientName(input), ShapeOf(input), expression));

    /// <summary>The gradient of an input, where it is wanted: a view with more elements than the memory of another has.</summary>
    public void GiveExpanded(int input, Local of, Code expression)
    {
        if (IsWanted(input))
            give(input, pass.Expand(of, GradientName(input), ShapeOf(input), expression));
    }

    /// <summary>The gradient of an input is a tensor that is there.</summary>
    public void Give(int input, Local gradient)
    {
        if (IsWanted(input))
            give(input, gradient);
    }

    /// <summary>The gradients of several inputs, wanted or not, by lines that declare their variables and may do more.</summary>
    /// <param name="inputs">Those whose gradients the lines make.</param>
    /// <param name="write">Writes the lines for the variables.</param>
    public void GiveBy(IReadOnlyList<int> inputs, Func<IReadOnlyList<Local>, IEnumerable<Code>> write)
    {
        Local[] gradients = [.. inputs.Select(input => Local.Own(pass.Name(GradientName(input)), ShapeOf(input)))];
        pass.Write(gradients, [.. write(gradients)], hasEffect: true);
        for (var i = 0; i < gradients.Length; i++)
            Give(inputs[i], gradients[i]);
    }

    private string Shape => Types.Output.Shape.ToDisplay();

    private string GradientName(int input) => GradientNameOf(Layer.Node.Inputs!.Value[input]);

    private string ShapeOf(int input) => Types.Inputs[input].Shape.ToDisplay();

    /// <summary>How the gradient of a value is called: <c>dRelu1</c>.</summary>
    public static string GradientNameOf(string value) => $"d{CSharp.Pascal(Names.Word(value))}";
}
