using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Emission;

/// <content>Loss, gradients, training step and optimizer.</content>
internal sealed partial class ModelEmitter
{
    private const string Optim = "global::TorchSharp.torch.optim";

    private void WriteTraining()
    {
        WriteLoss();
        WriteBackward();
        WriteClipping();
        WriteTrainStep();
        WriteCreateOptimizer();
        WriteCreateScheduler();
    }

    private void WriteLoss()
    {
        writer.Summary("The loss of a batch, a differentiable scalar that the caller disposes.");
        writer.Block($"public {ModelSurface.Tensor} Loss(Batch batch)", () => Body(() =>
        {
            writer.Line("var loss = Loss(batch, out var prediction);");
            writer.Line("prediction.Dispose();");
            writer.Line("return loss;");
        }));
        writer.Line();

        var first = model?.Losses[0];
        writer.Summary("The loss of a batch, a differentiable scalar, and the prediction behind it; the caller disposes both.");
        writer.Parameter("batch", "Inputs and targets.");
        writer.Parameter("prediction", first is null ? "" : $"What {first.Operator} judges: {first.Prediction}, {first.Signature.Prediction}.");
        writer.Block($"public {ModelSurface.Tensor} Loss(Batch batch, out {ModelSurface.Tensor} prediction)", () => Body(WriteLossBody));
        writer.Line();
    }

    private void WriteLossBody()
    {
        var losses = model!.Losses;
        // Values keep their names here too, but where the method's own names are in the way.
        var locals = new LocalNames(["batch", "prediction"]);
        var values = Kept.ToDictionary(name => name, name => locals.Unique(Names.Word(name)));
        WriteKeptValues(values, locals);

        var terms = new List<string>();
        var lines = new List<(string Statement, string? Comment)>();
        var wideTargets = new Dictionary<string, string>();
        foreach (var loss in losses)
        {
            var term = loss.Loss.Call(new([.. loss.Predictions.Select(name => values[name])], [.. loss.Targets.Select(Target)], loss.Signature, (name, expression, comment) =>
            {
                var local = locals.Unique(name);
                lines.Add(($"using var {local} = {expression};", comment.Length == 0 ? null : comment));
                return local;
            }));
            var stem = Names.Stem(loss.Operator);
            if (loss.Loss.Options.Weight.Literal != 1)
                term = $"{Temporary(stem, term)} * {loss.Loss.Options.Weight.Member}";
            terms.Add(losses.Count == 1 ? term : Temporary(loss.Loss.Options.Weight.Literal == 1 ? stem : $"weighted{CSharp.Pascal(stem)}", term));
        }
        while (terms.Count > 2)
        {
            terms[0] = Temporary("sum", $"{terms[0]} + {terms[1]}");
            terms.RemoveAt(1);
        }
        var total = string.Join(" + ", terms);
        var others = Kept.Where(name => name != losses[0].Prediction).ToArray();
        if (others.Length > 0)
        {
            var result = locals.Unique("total");
            lines.Add(($"var {result} = {total};", null));
            lines.AddRange(others.Select(name => ($"{values[name]}.Dispose();", (string?)null)));
            total = result;
        }
        writer.Aligned(lines);
        writer.Line($"prediction = {values[losses[0].Prediction]};");
        writer.Line($"return {total};");

        string Target(string name)
        {
            var target = $"batch.{CSharp.Pascal(name)}";
            if (FieldType(name) is not { IsFloatingPoint: true })
                return target;
            if (!wideTargets.TryGetValue(name, out var wide))
                wideTargets.Add(name, wide = Temporary(Names.Word(name), $"{Dsl}Losses.Target({target})"));
            return wide;
        }

        string Temporary(string name, string expression)
        {
            var local = locals.Unique(name);
            lines.Add(($"using var {local} = {expression};", null));
            return local;
        }
    }

    /// <summary>Runs the model and names what it keeps.</summary>
    private void WriteKeptValues(Dictionary<string, string> values, LocalNames locals)
    {
        if (ExtraPredictions.Count > 0)
        {
            writer.Line($"var ({string.Join(", ", Kept.Select(name => values[name]))}) = Compute({surface.BatchArguments});");
            foreach (var name in Kept)
                writer.Line($"{values[name]} = {Dsl}Losses.Prediction({values[name]});");
        }
        else if (surface.Outputs.Count > 1)
        {
            var outputs = locals.Unique("outputs");
            writer.Line($"var {outputs} = call({surface.BatchArguments});");
            foreach (var name in surface.Outputs)
                writer.Line($"var {values[name]} = {Dsl}Losses.Prediction({outputs}.{Names.Property(name)});");
        }
        else
        {
            writer.Aligned([($"var {values[surface.Outputs[0]]} = {Dsl}Losses.Prediction(call({surface.BatchArguments}));", model!.Outputs[0].Type.Shape.ToDisplay())]);
        }
    }

    private void WriteBackward()
    {
        writer.Summary("Forward and backward: adds the gradient of the batch's loss to every parameter's.");
        writer.Returns("The loss.");
        writer.Block("public double Backward(Batch batch)", () => Body(() =>
        {
            writer.Line("var loss = Backward(batch, out var prediction);");
            writer.Line("prediction.Dispose();");
            writer.Line("return loss;");
        }));
        writer.Line();

        writer.Summary("Forward and backward, and the prediction behind the loss, which the caller disposes.");
        writer.Returns("The loss.");
        writer.Block($"public double Backward(Batch batch, out {ModelSurface.Tensor} prediction)", () => Body(() =>
        {
            writer.Line("using var loss = Loss(batch, out prediction);");
            writer.Line("loss.backward();");
            writer.Line("return global::TorchSharp.TensorExtensionMethods.ToDouble(loss);");
        }));
        writer.Line();
    }

    private void WriteTrainStep()
    {
        writer.Summary("One step: zero the gradients, forward, backward, step. A loss that is no finite number changes no weight.");
        writer.Returns("The loss before the step.");
        writer.Block($"public double TrainStep(Batch batch, {Optim}.Optimizer optimizer)", () => Body(() =>
        {
            if (model!.Groups is [{ Optimizer.NeedsClosure: true }])
            {
                // The loss is computed several times, which the run time does.
                writer.Line("var loss = global::NeuralDsl.Training.TrainStep(this, batch, optimizer, out var prediction);");
                writer.Line("prediction.Dispose();");
                writer.Line("return loss;");
                return;
            }
            // The module's, not the optimizer's: TorchSharp's optimizer leaves a handle of each gradient to the finalizer.
            writer.Line("zero_grad();");
            writer.Line("var loss = Backward(batch);");
            writer.Line("if (double.IsFinite(loss))");
            writer.Line(Clips ? "    Step(optimizer);" : "    optimizer.step();");
            writer.Line("return loss;");
        }));
        writer.Line();
    }

    /// <summary>Whether gradients are clipped before a step.</summary>
    private bool Clips => surface.Plan.Clips.Count > 0 && surface.IsTrainable;

    private void WriteClipping()
    {
        if (!Clips)
            return;
        writer.Summary($"Clips the gradients as declared: {string.Join(", ", surface.Plan.Clips.Select(clip => clip.Operator))}.");
        writer.Block("public void ClipGradients()", () => Body(() =>
        {
            foreach (var clip in surface.Plan.Clips)
                writer.Line($"global::TorchSharp.torch.nn.utils.{clip.Function}(parameters(), {string.Join(", ", clip.Arguments.Select(argument => argument.Member))});");
        }));
        writer.Line();
        writer.Summary("Changes the parameters by their gradients, clipped as declared.");
        writer.Block($"public void Step({Optim}.Optimizer optimizer)", () => Body(() =>
        {
            writer.Line("ClipGradients();");
            writer.Line("optimizer.step();");
        }));
        writer.Line();
    }

    private void WriteCreateScheduler()
    {
        var (schedules, warmup, _) = surface.Plan;
        if (!surface.Plan.HasSchedule || !surface.IsTrainable)
            return;
        var names = schedules.Select(schedule => schedule.Operator).Take(1).Concat(warmup is null ? [] : ["Warmup"]);
        writer.Summary($"The declared schedule of an optimizer's learning rate: {string.Join(", ", names)}.");
        writer.Parameter("optimizer", "The optimizer that is to step.");
        writer.Parameter("epochs", "The number of epochs of the training.");
        writer.Parameter("stepsPerEpoch", "The number of steps in each.");
        writer.Block($"public global::NeuralDsl.TrainingSchedule CreateScheduler({Optim}.Optimizer optimizer, int epochs, int stepsPerEpoch)", () => Body(() =>
        {
            var arguments = new List<string> { "optimizer", "epochs", "stepsPerEpoch" };
            if (schedules is [{ Schedule: { } schedule }])
            {
                arguments.Add($"{Schedule.Total} => global::NeuralDsl.Schedule.{schedule.Function}({string.Join(", ", schedule.Arguments)})");
                if (schedule.IsPerStep)
                    arguments.Add("every: global::NeuralDsl.TrainingUnit.Step");
            }
            if (warmup is not null)
                arguments.Add($"warmup: {CSharp.Number(warmup.Length)}");
            if (warmup is { Unit: not "Step" })
                arguments.Add($"warmupUnit: global::NeuralDsl.TrainingUnit.{warmup.Unit}");
            writer.Line($"return new({string.Join(", ", arguments)});");
        }));
        writer.Line();
    }

    private void WriteCreateOptimizer()
    {
        if (surface.Optimizer is not { } optimizer)
            return;
        writer.Summary($"The declared optimizer, {optimizer}, over this model's parameters.");
        writer.Block($"public {Operators.Optimizer.ClassOf(optimizer)} CreateOptimizer()", () => Body(WriteOptimizer));
        writer.Line();
        writer.Line($"{Optim}.Optimizer {ModelSurface.Trainable}.CreateOptimizer() => CreateOptimizer();");
        writer.Line();
        WriteCreateTwin();
    }

    private void WriteCreateTwin()
    {
        var arguments = surface.Hypers.Select(hyper => $"{CSharp.Identifier(hyper.Name)}: {CSharp.Identifier(hyper.Name)}").Append("dtype: dtype");
        writer.Line($"{ModelSurface.Trainable} {ModelSurface.Trainable}.CreateTwin(global::TorchSharp.torch.ScalarType dtype) => new {CSharp.Identifier(surface.Type.Name)}({string.Join(", ", arguments)});");
        writer.Line();
    }

    private void WriteOptimizer()
    {
        var groups = model!.Groups;
        var first = groups[0].Optimizer!;
        if (groups is [{ Only: null, Except: null }])
        {
            writer.Line($"return {first.Factory}({string.Join(", ", first.FactoryArguments.Prepend("parameters()"))});");
            return;
        }
        writer.Line($"return {first.Factory}(");
        writer.Line("[");
        foreach (var group in groups)
        {
            var only = group.Only is null ? "" : $", only: {CSharp.Text(group.Only)}";
            var except = group.Except is null ? "" : $", except: {CSharp.Text(group.Except)}";
            var arguments = group.Optimizer!.GroupArguments.Prepend($"global::NeuralDsl.ParameterSelection.Select(this{only}{except})");
            writer.Line($"    new global::TorchSharp.Modules.{first.ModuleType}.ParamGroup({string.Join(", ", arguments)}),");
        }
        writer.Line($"], {string.Join(", ", first.FactoryArguments)});");
    }

    private void WriteGradients()
    {
        // Which parameters there are follows from the types, so a shell has none; those of blocks are the blocks' own.
        if (model is null || (model.Parameters.Count == 0 && model.Layers.All(layer => layer.Parameters.Count == 0)))
            return;
        writer.Summary("The gradients that Backward left on the parameters.");
        writer.Line("public GradientView Gradients => new(this);");
        writer.Line();
        writer.Summary("The gradient of every parameter by name; null before the first Backward. The caller disposes what it reads.");
        writer.Block($"public readonly struct GradientView({CSharp.Identifier(surface.Type.Name)} model)", () =>
        {
            foreach (var parameter in model.Parameters)
            {
                writer.Summary($"Gradient of {parameter.Name}, {parameter.Type!.Shape.ToDisplay()}.");
                writer.Line($"public {ModelSurface.Tensor}? {CSharp.Identifier(parameter.Name)} => model.{CSharp.Identifier(parameter.Name)}.grad;");
                writer.Line();
            }
            foreach (var layer in model.Layers)
            {
                // Of a repetition whose number is a hyper-parameter nobody knows here how many there are.
                foreach (var parameter in layer.Parameters.Where(parameter => !parameter.Name.Contains(ParameterCount.AnyIndex)))
                {
                    var name = $"{layer.Node.StateKey}.{parameter.Name}";
                    writer.Summary($"Gradient of {name}, {parameter.ShapeText}.");
                    var gradient = layer.Layer is not RuntimeModuleLayer && parameter.Name is "weight" or "bias"
                        ? $"model.{CSharp.Identifier(layer.Name)}{(layer.Node.If is null ? "" : "?")}.{parameter.Name}?.grad"
                        : $"global::NeuralDsl.ParameterSelection.Gradient(model, {CSharp.Text(name)})";
                    writer.Line($"public {ModelSurface.Tensor}? {layer.Name}_{parameter.Name.Replace('.', '_')} => {gradient};");
                    writer.Line();
                }
            }
        });
        writer.Line();
    }
}
