using System.Xml.Linq;

namespace NeuralDsl;

/// <content>The graph as a picture.</content>
public sealed partial record Architecture
{
    /// <summary>
    /// The graph as a flowchart of <see href="https://mermaid.js.org">Mermaid</see>, which Markdown pages can show: inputs, layers with their shapes and parameters, and the
    /// learned tensors that are values of their own. Blocks are one box.
    /// </summary>
    public string ToMermaid() => new MermaidText(new Diagram(this)).ToString();

    /// <summary>The graph as a picture that stands alone, readable on light and dark ground, from the inputs above to the outputs below.</summary>
    public string ToSvg() => new DiagramDrawing(new Diagram(this)).ToElement().ToString(SaveOptions.DisableFormatting) + "\n";
}
