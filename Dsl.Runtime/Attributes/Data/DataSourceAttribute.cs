namespace NeuralDsl;

/// <summary>
/// Base of the attributes that declare data: what is common to all sources. They stand on a trainable model, or on a class of their own with
/// <see cref="DataAttribute{TModel}"/>.
/// </summary>
/// <param name="path">The file or folder. A relative path is looked for beside the program, then in the working directory.</param>
/// <remarks>
/// <para>
/// A file that is an <c>AdditionalFiles</c> item of the project is checked while compiling: a CSV's header, and of any data the manifest
/// beside them, <c>path.manifest</c>, which training writes.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public abstract class DataSourceAttribute(string path) : ModelElementAttribute
{
    /// <summary>The file or folder.</summary>
    public string Path { get; } = path;

    /// <summary>A file or folder of its own with the rows to test on. Default: a part of the rows.</summary>
    public string? Test { get; set; }

    /// <summary>The share of the rows that is kept for testing where <see cref="Test"/> names none; above 0 and below 1, default 0.2.</summary>
    public double Holdout { get; set; } = 0.2;

    /// <summary>Whether both parts have the same share of every class; default no.</summary>
    public bool Stratify { get; set; }

    /// <summary>Whether every feature is brought to mean 0 and deviation 1, by what the training rows alone say; default no.</summary>
    public bool Standardize { get; set; }
}
