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
        foreach (var phase in surface.Phases)
        {
            var typed = model?.Phases.First(candidate => candidate.Graph == phase.Graph);
            WriteLoss(phase, typed);
            WriteBackward(phase);
            WriteClipping(phase);
            WriteTrainStep(phase);
            WriteCreateOptimizer(phase);
            WriteCreateScheduler(phase);
        }
        if (!surface.IsTrainable)
            return;
        if (HasFlatParameters && model is not null)
            WriteZeroGradients();
        var phases = $"{ImmutableArray}<{Dsl}TrainingPhase<Batch>> {ModelSurface.Trainable}.Phases =>";
        if (surface.Phases is [var only])
        {
            writer.Line($"{phases} [{NewPhase(only)}];");
        }
        else
        {
            writer.Line(phases);
            writer.Line("[");
            foreach (var phase in surface.Phases)
                writer.Line($"    {NewPhase(phase)},");
            writer.Line("];");
        }
        writer.Line();
        WriteCreateTwin();
    }

    /// <summary>A phase as what the run time takes.</summary>
    private static string NewPhase(PhaseSurface phase)
    {
        string[] properties =
        [
            .. phase.Graph.IsDeclared ? [$"Name = {CSharp.Text(phase.Graph.Name)}"] : Array.Empty<string>(),
            .. phase.Graph.Every == 1 ? Array.Empty<string>() : [$"Every = {CSharp.Number(phase.Graph.Every)}"],
            .. phase.Clips ? [$"ClipGradients = {phase.ClipGradients}"] : Array.Empty<string>(),
            .. phase.HasSchedule ? [$"CreateScheduler = {phase.CreateScheduler}"] : Array.Empty<string>(),
        ];
        return $"new({phase.Loss}, {phase.Backward}, {phase.CreateOptimizer}){(properties.Length == 0 ? "" : $" {{ {string.Join(", ", properties)} }}")}";
    }

    private void WriteLoss(PhaseSurface phase, TypedPhase? typed)
    {
        writer.Summary($"The loss of a batch{phase.In}, a differentiable scalar that the caller disposes.");
        writer.Block($"public {ModelSurface.Tensor} {phase.Loss}(Batch batch)", () => Body(() =>
        {
            writer.Line($"var loss = {phase.Loss}(batch, out var prediction);");
            writer.Line("prediction.Dispose();");
            writer.Line("return loss;");
        }));
        writer.Line();

        var first = typed?.Losses[0];
        writer.Summary(phase.Trained.Any()
            ? $"The loss of a batch{phase.In} and the prediction behind it; the caller disposes both. Only the parameters that the phase trains get gradients from it."
            : "The loss of a batch, a differentiable scalar, and the prediction behind it; the caller disposes both.");
        writer.Parameter("batch", "Inputs and targets.");
        writer.Parameter("prediction", first is null ? "" : $"What {first.Operator} judges: {first.Prediction}, {first.Signature.Prediction}.");
        writer.Block($"public {ModelSurface.Tensor} {phase.Loss}(Batch batch, out {ModelSurface.Tensor} prediction)", () => Body(() => WriteLossBody(phase, typed!)));
        writer.Line();
        if (phase.Graph.IsDeclared && typed is not null)
            WriteCompute(phase.Compute, [.. ReadByLosses(typed)]);
    }

    private void WriteLossBody(PhaseSurface phase, TypedPhase typed)
    {
        var losses = typed.Losses;
        IReadOnlyList<string> kept = phase.Graph.IsDeclared ? [.. ReadByLosses(typed)] : Kept;
        // Values keep their names here too, but where the method's own names are in the way.
        var locals = new LocalNames(["batch", "prediction"]);
        var values = kept.ToDictionary(name => name, name => locals.Unique(Names.Word(name)));
        if (phase.Trained.ToArray() is { Length: > 0 } trained)
            writer.Line($"using var {locals.Unique("trained")} = {Dsl}ParameterSelection.TrainOnly(this, {string.Join(", ", trained)});");
        WriteKeptValues(phase, kept, values, locals);

        var terms = new List<string>();
        var lines = new List<(string Statement, string? Comment)>();
        var targets = new Dictionary<string, string>();
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
        var others = kept.Where(name => name != losses[0].Prediction).ToArray();
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
            var (stem, expression) = surface.IsLayerValue(name)
                // What a layer makes is a goal here, which does not move towards the prediction.
                ? ($"{Names.Word(name)}Goal", $"{values[name]}.detach()")
                : (Names.Word(name), $"{Dsl}Losses.Target(batch.{CSharp.Pascal(name)})");
            if (!surface.IsLayerValue(name) && FieldType(name) is not { IsFloatingPoint: true })
                return $"batch.{CSharp.Pascal(name)}";
            if (!targets.TryGetValue(name, out var target))
                targets.Add(name, target = Temporary(stem, expression));
            return target;
        }

        string Temporary(string name, string expression)
        {
            var local = locals.Unique(name);
            lines.Add(($"using var {local} = {expression};", null));
            return local;
        }
    }

    /// <summary>Runs the model and names what it keeps.</summary>
    private void WriteKeptValues(PhaseSurface phase, IReadOnlyList<string> kept, Dictionary<string, string> values, LocalNames locals)
    {
        if (kept.Count == 1)
        {
            var run = phase.Graph.IsDeclared ? $"{phase.Compute}({surface.BatchArguments})" : $"call({surface.BatchArguments})";
            writer.Aligned([($"var {values[kept[0]]} = {Dsl}Losses.Prediction({run});", model!.Layers.First(layer => layer.Node.Values.Contains(kept[0])).TypeOf(kept[0]).Shape.ToDisplay())]);
        }
        else if (phase.Graph.IsDeclared || ExtraValues.Count > 0)
        {
            writer.Line($"var ({string.Join(", ", kept.Select(name => values[name]))}) = {phase.Compute}({surface.BatchArguments});");
            foreach (var name in kept)
                writer.Line($"{values[name]} = {Dsl}Losses.Prediction({values[name]});");
        }
        else
        {
            var outputs = locals.Unique("outputs");
            writer.Line($"var {outputs} = call({surface.BatchArguments});");
            foreach (var name in surface.Outputs)
                writer.Line($"var {values[name]} = {Dsl}Losses.Prediction({outputs}.{Names.Property(name)});");
        }
    }

    private void WriteBackward(PhaseSurface phase)
    {
        writer.Summary($"Forward and backward: adds the gradient of the batch's loss{phase.In} to every parameter's{(phase.Graph.IsDeclared ? " that it trains" : "")}.");
        writer.Returns("The loss.");
        writer.Block($"public double {phase.Backward}(Batch batch)", () => Body(() =>
        {
            writer.Line($"var loss = {phase.Backward}(batch, out var prediction);");
            writer.Line("prediction.Dispose();");
            writer.Line("return loss;");
        }));
        writer.Line();

        writer.Summary("Forward and backward, and the prediction behind the loss, which the caller disposes.");
        writer.Returns("The loss.");
        writer.Block($"public double {phase.Backward}(Batch batch, out {ModelSurface.Tensor} prediction)", () => Body(() =>
        {
            if (model!.Gradients == TypedModel.Autograd)
                writer.Line($"return {Dsl}Recording.Backward({phase.Loss}(batch, out prediction));");
            else
                WriteGeneratedBackward(phase, model.Phases.First(candidate => candidate.Graph == phase.Graph));
        }));
        writer.Line();
    }

    private void WriteTrainStep(PhaseSurface phase)
    {
        writer.Summary($"One step{phase.In}: zero the gradients, forward, backward, step. A loss that is no finite number changes no weight.");
        writer.Returns("The loss before the step.");
        writer.Block($"public double {phase.TrainStep}(Batch batch, {Optim}.Optimizer optimizer)", () => Body(() =>
        {
            if (phase.Graph.Groups is [{ Optimizer.NeedsClosure: true }])
            {
                // The loss is computed several times, which the run time does.
                writer.Line($"var loss = {Dsl}Training.TrainStep(this, {NewPhase(phase)}, batch, optimizer, out var prediction);");
                writer.Line("prediction.Dispose();");
                writer.Line("return loss;");
                return;
            }
            writer.Line($"using var step = {Dsl}TrainingStep.Begin(this);  // zeroes the gradients");
            writer.Line($"var loss = {phase.Backward}(batch);");
            writer.Line("if (double.IsFinite(loss))");
            writer.Line(phase.Clips ? $"    {phase.Step}(optimizer);" : "    optimizer.step();");
            writer.Line("return loss;");
        }));
        writer.Line();
    }

    private void WriteClipping(PhaseSurface phase)
    {
        if (!phase.Clips)
            return;
        writer.Summary($"Clips the gradients{phase.Of} as declared: {string.Join(", ", phase.Graph.Plan.Clips.Select(clip => clip.Operator))}.");
        writer.Block($"public void {phase.ClipGradients}()", () => Body(() =>
        {
            foreach (var clip in phase.Graph.Plan.Clips)
                writer.Line($"global::TorchSharp.torch.nn.utils.{clip.Function}({(HasFlatParameters ? $"{Dsl}FlatParameters.WithGradients(this)" : "parameters()")}, {string.Join(", ", clip.Arguments.Select(argument => argument.Member))});");
        }));
        writer.Line();
        writer.Summary("Changes the parameters by their gradients, clipped as declared.");
        writer.Block($"public void {phase.Step}({Optim}.Optimizer optimizer)", () => Body(() =>
        {
            writer.Line($"{phase.ClipGradients}();");
            writer.Line("optimizer.step();");
        }));
        writer.Line();
    }

    private void WriteCreateScheduler(PhaseSurface phase)
    {
        if (!phase.HasSchedule)
            return;
        var (schedules, warmup, _) = phase.Graph.Plan;
        var names = schedules.Select(schedule => schedule.Operator).Take(1).Concat(warmup is null ? [] : ["Warmup"]);
        writer.Summary($"The declared schedule of an optimizer's learning rate{phase.Of}: {string.Join(", ", names)}.");
        writer.Parameter("optimizer", "The optimizer that is to step.");
        writer.Parameter("epochs", "The number of epochs of the training.");
        writer.Parameter("stepsPerEpoch", "The number of steps in each.");
        writer.Block($"public global::NeuralDsl.TrainingSchedule {phase.CreateScheduler}({Optim}.Optimizer optimizer, int epochs, int stepsPerEpoch)", () => Body(() =>
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

    private void WriteCreateOptimizer(PhaseSurface phase)
    {
        if (phase.Optimizer is not { } optimizer)
            return;
        writer.Summary($"The declared optimizer{phase.Of}, {optimizer}, over {(phase.Trained.Any() ? "the parameters that it trains" : "this model's parameters")}.");
        writer.Block($"public {Operators.Optimizer.ClassOf(optimizer)} {phase.CreateOptimizer}()", () => Body(() => WriteOptimizer(phase)));
        writer.Line();
    }

    private void WriteCreateTwin()
    {
        var arguments = surface.Hypers.Select(hyper => $"{CSharp.Identifier(hyper.Name)}: {CSharp.Identifier(hyper.Name)}").Append("dtype: dtype");
        writer.Line($"{ModelSurface.Trainable} {ModelSurface.Trainable}.CreateTwin(global::TorchSharp.torch.ScalarType dtype) => new {CSharp.Identifier(surface.Type.Name)}({string.Join(", ", arguments)});");
        writer.Line();
    }

    /// <summary>Whether the parameters lie in a row where an optimizer is over them.</summary>
    private bool HasFlatParameters => surface.IsTrainable && surface.Phases.Any(phase => phase.Graph.Groups.Any(group => group.Optimizer is { IsElementwise: true }));

    private void WriteZeroGradients()
    {
        writer.Summary("Forgets all gradients; those that have their place beside others become zero there.");
        writer.Block("public override void zero_grad(bool set_to_none = true)", () =>
        {
            writer.Line($"if (!{Dsl}FlatParameters.ZeroGradients(this))");
            writer.Line("    base.zero_grad(set_to_none);");
        });
        writer.Line();
    }

    private void WriteOptimizer(PhaseSurface phase)
    {
        var groups = phase.Graph.Groups;
        var first = groups[0].Optimizer!;
        if (!first.IsElementwise)
        {
            writer.Line($"return {first.Factory}({string.Join(", ", first.FactoryArguments.Prepend("parameters()"))});");
            return;
        }
        var all = surface.Phases.SelectMany(other => other.Graph.Groups).Where(group => group is not { Only: null, Except: null }).Select(PhaseSurface.Patterns).Distinct();
        var flat = $"{Dsl}FlatParameters.Of({string.Join(", ", all.Prepend("this"))})";
        if (groups is [{ } only])
        {
            writer.Line($"return {first.Factory}({string.Join(", ", first.FactoryArguments.Prepend($"{flat}.{Selected(only)}"))});");
            return;
        }
        var local = new LocalNames(surface.Hypers.Select(hyper => hyper.Name)).Unique("flat");
        writer.Line($"var {local} = {flat};");
        writer.Line($"return {first.Factory}(");
        writer.Line("[");
        foreach (var group in groups)
        {
            var arguments = group.Optimizer!.GroupArguments.Prepend($"{local}.{Selected(group)}");
            writer.Line($"    new global::TorchSharp.Modules.{first.ModuleType}.ParamGroup({string.Join(", ", arguments)}),");
        }
        writer.Line($"], {string.Join(", ", first.FactoryArguments)});");
    }

    private static string Selected(ParameterGroup group)
    {
        string[] patterns =
        [
            .. group.Only is null ? Array.Empty<string>() : [$"only: {CSharp.Text(group.Only)}"],
            .. group.Except is null ? Array.Empty<string>() : [$"except: {CSharp.Text(group.Except)}"],
        ];
        return $"Select({string.Join(", ", patterns)})";
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
