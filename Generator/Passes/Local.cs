namespace NeuralDsl.Passes;

/// <summary>A tensor of a pass: a variable of the emitted method, or an expression of what no variable holds.</summary>
internal sealed class Local
{
    private readonly Local? viewed;

    private Local(string name, string? shape, Local? viewed)
    {
        Name = name;
        Shape = shape;
        this.viewed = viewed;
    }

    public string Name { get; }

    /// <summary>The shape as comments show it; null for none.</summary>
    public string? Shape { get; }

    /// <summary>The tensor whose memory it views; itself where it has its own.</summary>
    public Local Storage => viewed?.Storage ?? this;

    /// <summary>Whether it is somebody else's: an input, a target, a weight. A pass neither disposes nor overwrites it.</summary>
    public bool IsForeign { get; private init; }

    /// <summary>Whether it is there in both passes under its name, as a member of the class is.</summary>
    public bool IsMember { get; private init; }

    /// <summary>Whether nothing may be written into it: several of its elements may lie at one address, as in an expanded tensor, or its memory may be another's.</summary>
    public bool IsFixed { get; private init; }

    /// <summary>Whether the variable may hold null, where a tensor is needed in some cases only.</summary>
    public bool IsNullable { get; private init; }

    /// <summary>A tensor with memory of its own.</summary>
    public static Local Own(string name, string? shape, bool isNullable = false) => new(name, shape, null) { IsNullable = isNullable };

    /// <summary>A tensor whose memory may be that of what it was made of, since nobody knows what made it.</summary>
    public static Local Unknown(string name, string? shape) => new(name, shape, null) { IsFixed = true };

    /// <summary>A handle of its own to the memory of another tensor.</summary>
    public static Local View(Local viewed, string name, string? shape, bool isNullable = false) => new(name, shape, viewed) { IsFixed = viewed.IsFixed, IsNullable = isNullable };

    /// <summary>A view with more elements than the memory has.</summary>
    public static Local Expanded(Local viewed, string name, string? shape) => new(name, shape, viewed) { IsFixed = true };

    /// <summary>What the caller of the forward pass passes.</summary>
    public static Local Input(string name) => new(name, null, null) { IsForeign = true };

    /// <summary>What both passes reach by an expression: a member of the class, a field of a batch, what the caller of the backward pass passes.</summary>
    public static Local Member(string expression) => new(expression, null, null) { IsForeign = true, IsMember = true };

    /// <summary>Whether it is another tensor, or a view of it.</summary>
    public bool IsOf(Local other) => this == other || viewed?.IsOf(other) == true;

    public override string ToString() => Name;
}
