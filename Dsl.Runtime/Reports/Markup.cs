using System.Xml;
using System.Xml.Linq;

namespace NeuralDsl;

/// <summary>Elements of HTML and SVG, which escape the texts in them.</summary>
internal static class Markup
{
    private static readonly XNamespace SvgNamespace = "http://www.w3.org/2000/svg";

    /// <summary>An HTML element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Texts, elements, sequences of elements, attributes as pairs, and null for nothing.</param>
    public static XElement Html(string name, params ReadOnlySpan<object?> content) => Fill(new XElement(name), content);

    /// <inheritdoc cref="Html"/>
    public static XElement Svg(string name, params ReadOnlySpan<object?> content) => Fill(new XElement(SvgNamespace + name), content);

    /// <summary>A drawing that grows and shrinks with the page and has a title for those who hear it.</summary>
    public static XElement Drawing(double width, double height, string title, params ReadOnlySpan<object?> content)
    {
        var drawing = Svg("svg", ("viewBox", FormattableString.Invariant($"0 0 {Round(width)} {Round(height)}")), ("role", "img"), Svg("title", title));
        return Fill(drawing, content);
    }

    /// <summary>A text in a drawing.</summary>
    public static XElement Label(double x, double y, string text, string kind = "label", string anchor = "middle") =>
        Svg("text", ("x", x), ("y", y), ("class", kind), ("text-anchor", anchor), text);

    private static XElement Fill(XElement element, ReadOnlySpan<object?> content)
    {
        foreach (var part in content)
        {
            switch (part)
            {
                case null:
                    break;
                case ValueTuple<string, string>(var name, var value):
                    element.SetAttributeValue(name, Clean(value));
                    break;
                case ValueTuple<string, double>(var name, var value):
                    element.SetAttributeValue(name, Round(value));
                    break;
                case ValueTuple<string, int>(var name, var value):
                    element.SetAttributeValue(name, value);
                    break;
                case string text:
                    element.Add(Clean(text));
                    break;
                default:
                    element.Add(part);
                    break;
            }
        }
        // A browser takes <td/> for the beginning of a cell.
        if (element.IsEmpty && element.Name.NamespaceName.Length == 0 && element.Name.LocalName is not ("meta" or "col" or "br"))
            element.Add("");
        return element;
    }

    /// <summary>Hundredths of a pixel are enough.</summary>
    private static double Round(double value) => Math.Round(value, 2);

    /// <summary>What is no character of XML, such as a control character in the name of a class, is shown as such.</summary>
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
}
