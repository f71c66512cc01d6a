using System.Text;

namespace NeuralDsl;

/// <summary>A diagram in Mermaid's notation.</summary>
internal sealed class MermaidText(Diagram diagram)
{
    /// <summary>The flowchart.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("flowchart TD\n");
        for (var i = 0; i < diagram.Boxes.Length; i++)
            text.Append($"    n{i}{Box(diagram.Boxes[i])}\n");
        foreach (var (from, to) in diagram.Arrows)
            text.Append($"    n{from} --> n{to}\n");
        return text.ToString();
    }

    private static string Box(DiagramBox box)
    {
        string[] facts = [.. new[] { box.Shape, box.Parameters.Length == 0 ? "" : $"{box.Parameters} parameters" }.Where(fact => fact.Length > 0)];
        var label = $"\"{Escape(box.Operator)} <b>{Escape(box.Name)}</b>{(facts.Length == 0 ? "" : "<br/>")}{Escape(string.Join(" · ", facts))}\"";
        return box.Kind switch
        {
            DiagramKind.Input => $"([{label}])",
            DiagramKind.Parameter => $"[({label})]",
            DiagramKind.Output => $"[[{label}]]",
            _ => $"[{label}]",
        };
    }

    /// <summary>Mermaid begins its entities with a hash.</summary>
    private static string Escape(string text) => text.Replace("#", "#35;").Replace("\"", "#quot;").Replace("<", "#lt;").Replace(">", "#gt;").Replace("&", "#amp;");
}
