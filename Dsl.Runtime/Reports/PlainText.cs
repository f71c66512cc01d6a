using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NeuralDsl;

/// <summary>Tables as text without colours, the same in every terminal.</summary>
internal static class PlainText
{
    /// <summary>The lines of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">The most characters in a line.</param>
    public static string Of(IRenderable table, int width)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        console.Write(table);
        return text.ToString();
    }
}
