using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Emission;

/// <content>Passes that compute gradients without autograd.</content>
internal sealed partial class ModelEmitter
{
    private const string NoGrad = "global::TorchSharp.torch.no_grad()";

    private const string TapeName = "tape";

    /// <summary>The passes of a block: what the model around it calls in those of its own.</summary>
    private void WritePasses()
    {
        if (model is not { HasPasses: true })
            return;
        var floating = model.Inputs.Where(input => input.Type.IsFloatingPoint).ToArray();
        var outputs = model.Outputs.Select(output => output.Name).ToArray();
        var locals = PassLocals([.. surface.Inputs, TapeName]);
        var gradients = outputs.ToDictionary(name => name, name => locals.Unique(GradientCode.GradientNameOf(name)));
        var sizes = new SizeNames(model, locals);
        var pass = new Pass(locals);
        var activity = new Activity(model, model.Layers, outputs, parameter => parameter.IsTrainable, ofInputs: true);
        var differentiator = new Differentiator(model, pass, activity, IsTaken, size => pass.IsBackward ? sizes.WriteLater(size) : sizes.Write(size));
        foreach (var input in surface.Inputs)
            differentiator[input] = Local.Input(CSharp.Identifier(input));
        differentiator.Forward(model.Layers);
        foreach (var name in outputs)
            differentiator.Give(name, Local.Member(gradients[name]));
        differentiator.Backward();
        foreach (var input in floating)
            pass.Results.Add(Result(pass, differentiator, input));
        var plan = new PassPlan(pass, outputs.Select(name => differentiator[name]), isApart: true);

        writer.Summary("The forward pass of a training step, without autograd: what Backward needs goes on the tape.");
        writer.Parameter(TapeName, "Where Backward finds what it needs.");
        WriteInputDocumentation();
        writer.Returns(string.Join("; ", outputs.Select(name => $"{name}: {TypeOf(name)}")) + "; the caller disposes it.");
        writer.Block($"public {surface.Result} Forward({Dsl}Tape {TapeName}, {surface.InputParameters})", () =>
        {
            writer.Line($"using var withoutAutograd = {NoGrad};");
            WriteChecks(sizes, isOfInputs: true);
            writer.Aligned(plan.Forward);
            foreach (var local in plan.Tape)
                writer.Line($"{TapeName}.Push({local}{(local.IsForeign ? ".alias()" : "")});");
            foreach (var size in sizes.Later)
                writer.Line($"{TapeName}.PushSize({size});");
            // The tape keeps the tensor itself, which autograd may have recorded.
            writer.Line($"return {Pack([.. outputs.Select(name => differentiator[name]).Select(made => plan.Tape.Contains(made) ? $"{made}.alias()" : made.Name)])};");
        });
        writer.Line();

        writer.Summary("The backward pass of what Forward left on the tape: adds to the gradient of every parameter.");
        writer.Parameter(TapeName, "What Forward left; nothing of it is there afterwards.");
        foreach (var name in outputs)
            writer.Parameter(gradients[name], $"The gradient of {name}, {model.Outputs.First(output => output.Name == name).Type.Shape.ToDisplay()}, which the caller disposes.");
        writer.Returns(floating.Length == 0 ? "" : $"The gradient{(floating.Length == 1 ? "" : "s")} of {string.Join(", ", floating.Select(input => input.Name))}; the caller disposes it.");
        var result = floating.Length switch { 0 => "void", 1 => ModelSurface.Tensor, _ => $"({string.Join(", ", floating.Select(input => $"{ModelSurface.Tensor} {CSharp.Pascal(input.Name)}"))})" };
        writer.Block($"public {result} Backward({Dsl}Tape {TapeName}, {string.Join(", ", outputs.Select(name => $"{ModelSurface.Tensor} {gradients[name]}"))})", () =>
        {
            writer.Line($"using var withoutAutograd = {NoGrad};");
            foreach (var size in sizes.Later.Reverse())
                writer.Line($"var {size} = {TapeName}.PopSize();");
            foreach (var local in plan.Tape.Reverse())
                writer.Line($"var {local} = {TapeName}.{(local.IsNullable ? "PopOrNull" : "Pop")}();");
            writer.Aligned(plan.Backward);
            if (pass.Results.Count > 0)
                writer.Line($"return {(pass.Results.Count == 1 ? pass.Results[0].Name : $"({string.Join(", ", pass.Results)})")};");
        });
        writer.Line();

        writer.Summary("Whether anything in it is to be trained.");
        string[] trained = [.. TrainedTests()];
        writer.Line($"public bool IsTrained => {(trained.Length == 0 ? "false" : string.Join(" || ", trained))};");
        writer.Line();
    }

    /// <summary>The backward pass of a phase without autograd, as the body of a method that has a batch and makes the prediction.</summary>
    private void WriteGeneratedBackward(PhaseSurface phase, TypedPhase typed)
    {
        var names = ReadByLosses(typed).ToArray();
        var layers = LayersFor(names);
        var locals = PassLocals([.. surface.Inputs, TapeName, "batch", "prediction"]);
        var sizes = new SizeNames(model!, locals);
        var pass = new Pass(locals);
        var activity = new Activity(model!, layers, typed.Losses.SelectMany(loss => loss.Predictions), parameter => IsTrained(typed, parameter), ofInputs: false);
        var differentiator = new Differentiator(model!, pass, activity, value => IsTaken(value) || names.Contains(value), sizes.Write);
        foreach (var input in surface.Inputs)
            differentiator[input] = Local.Member(CSharp.Identifier(input));
        differentiator.Forward(layers);
        var losses = typed.Losses.Select(loss => (Loss: loss, Value: differentiator.Forward(loss, [.. loss.Targets.Select(Target)]))).ToArray();
        var total = Sum(pass, losses);
        var prediction = differentiator[typed.Losses[0].Prediction];
        // What autograd may have recorded stays here.
        if (prediction.IsForeign || prediction.IsFixed)
            prediction = pass.ViewAnew(prediction, "judged", null, $"{prediction}.alias()");
        differentiator.Backward();
        var plan = new PassPlan(pass, [prediction, total], isApart: false);

        writer.Line($"if ({Dsl}Recording.IsNeeded({FirstParameter()}, [{string.Join(", ", FloatingFields())}]))");
        writer.Line($"    return {Dsl}Recording.Backward({phase.Loss}(batch, out prediction));");
        writer.Line($"using var withoutAutograd = {NoGrad};");
        if (phase.Trained.ToArray() is { Length: > 0 } trained)
            writer.Line($"using var trained = {Dsl}ParameterSelection.TrainOnly(this, {string.Join(", ", trained)});");
        if (pass.Statements.Any(statement => statement.Lines.Any(line => line.ToString().Contains(TapeName))))
            writer.Line($"using var {TapeName} = new {Dsl}Tape();");
        foreach (var input in surface.Inputs)
            writer.Line($"var {CSharp.Identifier(input)} = batch.{CSharp.Pascal(input)};");
        WriteChecks(sizes, isOfInputs: false);
        writer.Aligned(plan.Forward);
        writer.Line();
        writer.Aligned(plan.Backward);
        writer.Line();
        writer.Line($"prediction = {prediction};");
        writer.Line($"using ({total})");
        writer.Line($"    return global::TorchSharp.TensorExtensionMethods.ToDouble({total});");

        Local Target(string name) => surface.IsLayerValue(name)
            // What a layer makes is a goal here, which does not move towards the prediction.
            ? differentiator[name]
            : Local.Member($"batch.{CSharp.Pascal(name)}");
    }

    /// <summary>The weighted sum of losses.</summary>
    private static Local Sum(Pass pass, IReadOnlyList<(TypedLoss Loss, Local Value)> losses)
    {
        Local? total = null;
        foreach (var (loss, value) in losses)
        {
            var weight = loss.Loss.Options.Weight;
            var term = weight.Literal == 1 ? value : pass.Let($"weighted{CSharp.Pascal(Names.Stem(loss.Operator))}", null, $"{value} * {weight.Member}");
            total = total is null ? term : pass.Let("total", null, $"{total} + {term}");
        }
        return total!;
    }

    /// <summary>The gradient of an input as the backward method returns it: a tensor of its own.</summary>
    private static Local Result(Pass pass, Differentiator differentiator, TypedValue input)
    {
        var name = GradientCode.GradientNameOf(input.Name);
        var shape = input.Type.Shape.ToDisplay();
        if (differentiator.GradientOf(input.Name) is not { } gradient)
            return pass.Let(name, shape, $"global::TorchSharp.torch.zeros_like({differentiator[input.Name]})");
        // Who takes it may write into it, which neither the caller's gradient nor that of another input must notice.
        var isShared = gradient.Storage.IsForeign || pass.Results.Any(other => other.Storage == gradient.Storage);
        return isShared ? pass.Draw(name, shape, $"{gradient}.clone()") : gradient;
    }

    private LocalNames PassLocals(IEnumerable<string> taken) => new([.. taken, .. surface.Hypers.Select(hyper => hyper.Name), "withoutAutograd", "trained"]);

    /// <summary>Whether a layer takes a value, or a model returns it.</summary>
    private bool IsTaken(string value) => (takenValues ??= [.. model!.Layers.SelectMany(layer => layer.Node.Inputs!.Value), .. model.Outputs.Select(output => output.Name)]).Contains(value);

    private HashSet<string>? takenValues;

    /// <summary>Whether a phase may train a parameter.</summary>
    private static bool IsTrained(TypedPhase phase, ParameterCount parameter) => parameter.IsTrainable
        && (!phase.Graph.IsDeclared || phase.Groups.Any(group => group.Contains(parameter) != false));

    /// <summary>The inputs and targets of a batch that are floating point.</summary>
    private IEnumerable<string> FloatingFields() => surface.Fields.Where(name => FieldType(name) is { IsFloatingPoint: true }).Select(name => $"batch.{CSharp.Pascal(name)}");

    /// <summary>A parameter, whose dtype all have.</summary>
    private string FirstParameter() => ParameterOf(model!, "this.")
        ?? (model!.ParameterCounts.Count == 0 ? "null" : $"{Dsl}ParameterSelection.First(this)");

    private static string? ParameterOf(TypedModel model, string prefix)
    {
        if (model.Parameters.Count > 0)
            return $"{prefix}{CSharp.Identifier(model.Parameters[0].Name)}";
        foreach (var layer in model.Layers.Where(layer => layer.Node is { If: null, Share: null }))
        {
            var member = $"{prefix}{CSharp.Identifier(layer.Name)}";
            if (layer.Layer is Block block && ParameterOf(block.Inner, $"{member}{(block.Repeat is null ? "" : "[0]")}.") is { } inside)
                return inside;
            if (layer.Layer is ModuleLayer and not Block && IsOfTorchSharp(layer) && layer.Parameters.Any(parameter => parameter.Name == "weight"))
                return $"{member}.weight!";
        }
        return null;
    }

    /// <summary>Whether a layer's module is one of TorchSharp's, whose parameters are properties.</summary>
    private static bool IsOfTorchSharp(TypedLayer layer) => ((ModuleLayer)layer.Layer).PropertyType.StartsWith("global::TorchSharp.Modules.", StringComparison.Ordinal);

    /// <summary>Tests of which one holds where something is to be trained.</summary>
    private IEnumerable<string> TrainedTests()
    {
        foreach (var parameter in model!.Parameters)
            yield return $"{CSharp.Identifier(parameter.Name)}.requires_grad";
        foreach (var layer in model.Layers.Where(layer => layer.Node.Share is null && layer.Layer is ModuleLayer))
        {
            var member = CSharp.Identifier(layer.Name);
            var maybe = layer.Node.If is null ? "" : "?";
            if (layer.Layer is Block { Inner.HasPasses: true } block)
                yield return block.Repeat is null ? layer.Node.If is null ? $"{member}.IsTrained" : $"{member}?.IsTrained == true" : $"global::System.Linq.Enumerable.Any({member}, block => block.IsTrained)";
            else if (layer.Parameters.Count > 0 && IsOfTorchSharp(layer) && layer.Parameters.All(parameter => parameter.Name is "weight" or "bias"))
                foreach (var parameter in layer.Parameters)
                    yield return $"{member}{maybe}.{parameter.Name}{(maybe.Length > 0 ? "?" : "!")}.requires_grad{(maybe.Length > 0 ? " == true" : "")}";
            else if (layer.ParameterCount.Constant != 0 || layer.Layer is OwnModule)
                yield return $"{Dsl}ParameterSelection.AnyTrained({member})";
        }
    }
}
