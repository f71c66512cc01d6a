using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Passes;

/// <content>Layers that may be left out: both passes of such a layer stand in a branch, and where it is not there its value is what it takes.</content>
internal sealed partial class Differentiator
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    private void DifferentiateWhereThere(TypedLayer layer, Action<GradientCode> rule)
    {
        var taken = layer.Node.Inputs!.Value[0];
        var input = values[taken];
        var name = pass.Name(Names.Word(layer.Name));
        var dName = activity.Flows(taken) ? pass.Name(GradientCode.GradientNameOf(taken)) : null;
        var branch = pass.BeginBranch();
        // Within the branch, what it takes and the gradient of what it makes are another's. The gradient's name is known later.
        var (inside, given) = (Local.Member(input.Name), Local.Member($"§{layer.Name}§"));
        Local? gradient = null;
        var code = new GradientCode(
            branch, layer, [inside], $"{ForwardWriter.ModuleOf(layer)}!", size, activity.Learns(layer), _ => activity.Flows(taken),
            (_, added) => gradient = gradient is null ? added : branch.Let(GradientCode.GradientNameOf(taken), added.Shape, $"{gradient} + {added}"), "Inside");
        rule(code);
        var inner = code.Made[0]!;
        // Where it is not there, its memory is that of what it takes.
        var shape = layer.Output.Shape.ToDisplay();
        var made = inner.IsFixed ? Local.Expanded(input, name, shape) : Local.View(input, name, shape);
        branch.BeginBackward();
        code.RunBackward([given]);
        pass.EndBranch();
        var plan = new PassPlan(branch, gradient is null ? [inner] : [inner, gradient], isApart: true, ownsTape: false);
        var kept = plan.Tape.Select(local => (Local: local, Outside: Keep(local))).ToArray();

        string[] forward =
        [
            $"{Tensor} {made};",
            .. kept.Select(pair => $"{Tensor}? {pair.Outside} = null;"),
            $"if ({layer.Node.If!.ToCSharp(size)})",
            "{",
            .. Indent(plan.Forward),
            $"    {made} = {inner};",
            .. kept.Select(pair => $"    {pair.Outside} = {pair.Local}{(pair.Local == inner ? ".alias()" : "")};"),
            "}",
            "else",
            "{",
            $"    {made} = {input}.alias();",
            "}",
        ];
        pass.Write([made, .. kept.Select(pair => pair.Outside)], [.. forward.Select((line, i) => Code.Of(line, i == 0 ? [input] : []))], hasEffect: true);
        values[layer.Name] = made;

        backward.Push(() =>
        {
            var dMade = GradientOf(layer.Name)!;
            var dTaken = dName is null ? null : gradient?.IsFixed == true ? Local.Expanded(dMade, dName, input.Shape) : Local.View(dMade, dName, input.Shape);
            var result = gradient is null ? $"global::TorchSharp.torch.zeros_like({input})" : gradient.IsForeign ? $"{gradient}.alias()" : gradient.Name;
            var readsInput = gradient is null || branch.Statements.Skip(branch.ForwardCount).Any(statement => statement.Reads.Contains(inside));
            string[] lines =
            [
                .. dTaken is null ? [] : new[] { $"{Tensor} {dTaken};" },
                $"if ({layer.Node.If.ToCSharp(size)})",
                "{",
                .. kept.Select(pair => $"    var {pair.Local} = {pair.Outside}{(pair.Local.IsNullable ? "" : "!")};"),
                .. Indent(plan.Backward),
                .. dTaken is null ? [] : new[] { $"    {dTaken} = {result};" },
                "}",
                .. dTaken is null ? [] : new[] { "else", "{", $"    {dTaken} = {dMade}.alias();", "}" },
            ];
            Local[] reads = [dMade, .. kept.Select(pair => pair.Outside), .. readsInput ? [input] : Array.Empty<Local>()];
            pass.Write(dTaken is null ? [] : [dTaken], [.. lines.Select((line, i) => Code.Of(line.Replace(given.Name, dMade.Name), i == 0 ? reads : []))], hasEffect: true);
            if (dTaken is not null)
                Give(taken, dTaken);
        });

        Local Keep(Local local)
        {
            var kept = pass.Name($"{local}Kept");
            return local.Storage == inner.Storage ? Local.View(made, kept, null, isNullable: true)
                : local.Storage == inside ? Local.View(input, kept, null, isNullable: true)
                : Local.Own(kept, null, isNullable: true);
        }
    }

    private static IEnumerable<string> Indent(IEnumerable<(string Statement, string? Comment)> lines) =>
        lines.Select(line => $"    {line.Statement}{(line.Comment is null ? "" : $"  // {line.Comment}")}");
}
