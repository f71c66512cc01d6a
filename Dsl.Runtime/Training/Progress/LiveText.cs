using Spectre.Console;
using Spectre.Console.Rendering;

namespace NeuralDsl;

/// <summary>A text beside the bar, asked for at every redraw.</summary>
internal sealed class LiveText(Func<string> text) : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(text());
}
