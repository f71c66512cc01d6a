namespace NeuralDsl;

/// <summary>Files that are part of the assembly.</summary>
internal static class Resource
{
    /// <summary>The text of a file of this folder.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
