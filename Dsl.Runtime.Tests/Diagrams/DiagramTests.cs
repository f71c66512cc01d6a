using System.Xml.Linq;
using NeuralDsl.Architectures;

namespace NeuralDsl.Tests.Diagrams;

public class DiagramTests
{
    [Fact]
    public void Mermaid_has_a_box_for_each_value_and_an_arrow_for_each_use() => Assert.Equal(
        """
        flowchart TD
            n0(["Input <b>x</b><br/>Float32 [N,T,d]"])
            n1["LayerNorm <b>ln_1</b><br/>[N,T,768] · 1,536 parameters"]
            n2["Gpt2Attention <b>attn</b><br/>[N,T,768] · 2,362,368 parameters"]
            n3["Add <b>attended</b><br/>[N,T,768]"]
            n4["LayerNorm <b>ln_2</b><br/>[N,T,768] · 1,536 parameters"]
            n5["Gpt2Mlp <b>mlp</b><br/>[N,T,768] · 4,722,432 parameters"]
            n6[["Add <b>add1</b><br/>[N,T,768]"]]
            n0 --> n1
            n1 --> n2
            n2 --> n3
            n0 --> n3
            n3 --> n4
            n4 --> n5
            n5 --> n6
            n3 --> n6

        """,
        Gpt2Layer.Architecture.ToMermaid());

    [Fact]
    public void Mermaid_s_own_characters_are_escaped()
    {
        var architecture = new Architecture("A", [], [new("a", "Own<\"#&\">", [], "N", DType.Float32, "0", "0", "0")], ["a"], [], CostInfo.None, [], 0);
        Assert.Contains("Own#lt;#quot;#35;#amp;#quot;#gt;", architecture.ToMermaid());
    }

    [Fact]
    public void Boxes_stand_below_what_they_take_and_long_arrows_have_lanes()
    {
        foreach (var architecture in new[] { Gpt2.Architecture, Gpt2Attention.Architecture, BasicBlock.Architecture, UNet.Architecture, Bert.Architecture, TransposedLinear.Architecture })
        {
            var diagram = new Diagram(architecture);
            var layout = new DiagramLayout(diagram);
            for (var i = 0; i < diagram.Arrows.Length; i++)
            {
                var (from, to) = diagram.Arrows[i];
                Assert.True(layout.Rows[from] < layout.Rows[to]);
                Assert.Equal(layout.Rows[to] - layout.Rows[from] > 1, layout.Lanes[i] >= 0);
            }
            // No two boxes in one place, no two long arrows side by side in one lane.
            Assert.Equal(diagram.Boxes.Length, layout.Rows.Zip(layout.Columns).Distinct().Count());
            foreach (var lane in Enumerable.Range(0, diagram.Arrows.Length).Where(i => layout.Lanes[i] >= 0).GroupBy(i => layout.Lanes[i]))
            {
                var spans = lane.Select(i => (From: layout.Rows[diagram.Arrows[i].From], To: layout.Rows[diagram.Arrows[i].To])).OrderBy(span => span.From).ToArray();
                Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
            }
        }
    }

    [Fact]
    public void The_skips_of_a_U_net_enclose_each_other()
    {
        var diagram = new Diagram(UNet.Architecture);
        var layout = new DiagramLayout(diagram);
        Assert.Equal([3, 2, 1, 0], new[] { "down1", "down2", "down3", "down4" }.Select(name => layout.Lanes[diagram.Arrows.Select((arrow, i) => (arrow, i))
            .Single(pair => diagram.Boxes[pair.arrow.From].Name == name && diagram.Boxes[pair.arrow.To].Operator == "Concat").i]));
    }

    [Fact]
    public void A_learned_tensor_is_a_box_too()
    {
        var boxes = new Diagram(TransposedLinear.Architecture).Boxes;
        Assert.Equal(["weight", "bias"], boxes.Where(box => box.Kind == DiagramKind.Parameter).Select(box => box.Name).OrderByDescending(name => name));
        Assert.Equal(["x"], boxes.Where(box => box.Kind == DiagramKind.Input).Select(box => box.Name));
    }

    [Fact]
    public void A_block_that_repeats_is_one_box()
    {
        var boxes = new Diagram(Gpt2.Architecture).Boxes;
        Assert.Equal("Gpt2Layer ×12", Assert.Single(boxes, box => box.IsBlock).Operator);
        Assert.Equal(["layers"], Gpt2.Architecture.Layers.Where(layer => layer.Repeat != "1").Select(layer => layer.Repeat));
        Assert.Equal(["BasicBlock ×2"], new Diagram(ResNet18.Architecture).Boxes.Where(box => box.IsBlock).Select(box => box.Operator).Distinct());
    }

    [Fact]
    public void A_picture_shows_every_layer_inside_its_frame()
    {
        var drawing = XDocument.Parse(ResNet18.Architecture.ToSvg()).Root!;
        XNamespace svg = "http://www.w3.org/2000/svg";
        var size = drawing.Attribute("viewBox")!.Value.Split(' ').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var titles = drawing.Descendants(svg + "title").Select(title => title.Value).ToArray();
        Assert.Equal("Architecture of ResNet18", titles[0]);
        Assert.Equal(ResNet18.Architecture.Layers.Length + 2, titles.Length);
        Assert.Contains("BasicBlock ×2 layer4 [N,512,(H+31)/32,(W+31)/32] 8,393,728", titles);
        foreach (var box in drawing.Descendants(svg + "rect"))
        {
            double At(string name) => (double)box.Attribute(name)!;
            Assert.InRange(At("x"), 0, size[2] - At("width"));
            Assert.InRange(At("y"), 0, size[3] - At("height"));
        }
    }
}
