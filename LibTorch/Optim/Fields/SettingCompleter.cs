namespace TorchSharp.Optim;

/// <summary>Gives the settings that are missing the values that a <see cref="FieldCollector"/> listed.</summary>
internal sealed class SettingCompleter(List<object?> values) : FieldVisitor
{
    private int next;

    public override void Visit(ref double? setting)
    {
        var value = values[next++];
        setting ??= (double?)value;
    }

    public override void Visit(ref bool? setting)
    {
        var value = values[next++];
        setting ??= (bool?)value;
    }
}
