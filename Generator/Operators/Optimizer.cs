namespace NeuralDsl.Operators;

/// <summary>An optimizer with its arguments read, PyTorch's defaults included.</summary>
internal abstract record Optimizer
{
    /// <summary>The class, by the attribute's name.</summary>
    public static string ClassOf(string name) => name switch
    {
        "RAdam" => "global::NeuralDsl.RectifiedAdam",
        "RMSprop" => "global::TorchSharp.Modules.RMSProp",
        _ => $"global::TorchSharp.Modules.{name}",
    };

    /// <summary>The class in <c>TorchSharp.Modules</c>, whose groups it takes.</summary>
    public abstract string ModuleType { get; }

    /// <summary>The elements that it keeps for each element of a parameter.</summary>
    public abstract int State { get; }

    /// <summary>What makes it.</summary>
    public virtual string Factory => $"new global::NeuralDsl.Optimizers.{ModuleType}";

    /// <summary>Whether it steps each element by itself, so that parameters in a row are as good as one.</summary>
    public virtual bool IsElementwise => true;

    /// <summary>The arguments of the factory after the parameters.</summary>
    public abstract IEnumerable<string> FactoryArguments { get; }

    /// <summary>The arguments of a group after its parameters.</summary>
    public virtual IEnumerable<string> GroupArguments => FactoryArguments;

    /// <summary>Whether the loss is to grow.</summary>
    public virtual bool Maximizes => false;

    /// <summary>Whether a schedule can change its momentum, or the first of its betas.</summary>
    public virtual bool HasMomentum => false;

    /// <summary>Whether a step computes the loss itself, several times.</summary>
    public virtual bool NeedsClosure => false;
}
