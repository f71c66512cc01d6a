using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>What a recurrent layer does at each step, and a cell once.</summary>
/// <param name="Kind"><c>RNN</c>, <c>GRU</c> or <c>LSTM</c>.</param>
/// <param name="Hidden">Size of the state.</param>
/// <param name="Bias">Whether it has biases.</param>
/// <param name="Nonlinearity">The function of a plain one: a member of the public enum.</param>
internal sealed record RecurrentUnit(string Kind, Dim Hidden, bool Bias, string Nonlinearity)
{
    public static RecurrentUnit Read(ArgumentReader arguments, string kind) =>
        new(kind, arguments.Size("hidden"), arguments.Flag("Bias", true), arguments.Member("Nonlinearity", Tanh));

    private const string Tanh = "Tanh";

    /// <summary>The states that it keeps from step to step.</summary>
    public IReadOnlyList<string> States => Kind == "LSTM" ? ["hidden", "cell"] : ["hidden"];

    /// <summary>Its function as an argument of the engine's factory; nothing for the default.</summary>
    public string? Function => Nonlinearity == Tanh ? null : $"global::TorchSharp.torch.nn.NonLinearities.{Nonlinearity}";

    private int Gates => Kind switch { "LSTM" => 4, "GRU" => 3, _ => 1 };

    /// <summary>The names of the states that it begins with.</summary>
    public ValueNames ReadStates(ArgumentReader arguments) =>
        arguments.Has("State") ? arguments.Names("State", minimum: States.Count, maximum: States.Count) : ValueNames.None;

    /// <param name="features">Size of what it reads.</param>
    /// <param name="suffix">What ends the names.</param>
    public IEnumerable<ParameterSpec> Weights(Dim features, string suffix = "")
    {
        yield return new($"weight_ih{suffix}", [Gates * Hidden, features]);
        yield return new($"weight_hh{suffix}", [Gates * Hidden, Hidden]);
        if (!Bias)
            yield break;
        yield return new($"bias_ih{suffix}", [Gates * Hidden]);
        yield return new($"bias_hh{suffix}", [Gates * Hidden]);
    }

    /// <summary>The multiply-accumulates of one step of one sequence.</summary>
    public Dim MultiplyAccumulates(Dim features) => Gates * Hidden * (features + Hidden);

    /// <summary>The elements that one step of one sequence keeps for the backward pass: gates and states.</summary>
    public Dim Activations => (Gates + States.Count) * Hidden;

    /// <summary>Where its passes are.</summary>
    public const string Passes = "global::NeuralDsl.Recurrence";

    /// <summary>Its function as the last argument of its passes, after a comma; nothing where it has none.</summary>
    public string FunctionOfPasses => Kind == "RNN" ? $", global::NeuralDsl.Nonlinearity.{Nonlinearity}" : "";

    /// <summary>Gives the gradients of what it took.</summary>
    /// <param name="code">The code around it.</param>
    /// <param name="gradients">The gradients of what it made.</param>
    /// <param name="method">The backward pass.</param>
    /// <param name="states">How many states it began with; null where the pass gives the gradient of the first input alone.</param>
    public void GiveBack(GradientCode code, IReadOnlyList<Local?> gradients, string method, int? states)
    {
        Code call = $"{Passes}.{method}(tape, {code.Module}{Code.Of(string.Concat(gradients.Select(gradient => $", {gradient?.Name ?? "null"}")), gradients.OfType<Local>())}{FunctionOfPasses})";
        if (states is null)
        {
            code.GiveWithEffect(0, call);
            return;
        }
        var given = code.LetAll(call, [$"d{CSharp.Pascal(code.NameOf(0))}", .. States.Select((state, i) => $"d{CSharp.Pascal(states == 0 ? code.Name + CSharp.Pascal(state) : code.NameOf(i + 1))}")]);
        for (var i = 0; i <= states; i++)
            code.Give(i, given[i]);
    }

    /// <summary>The states as an argument of a call.</summary>
    public static string Pack(IReadOnlyList<string> states) => states.Count == 1 ? states[0] : $"({string.Join(", ", states)})";
}
