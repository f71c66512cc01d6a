using System.Text.RegularExpressions;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Passes;

namespace NeuralDsl.Emission;

/// <content>Prediction.</content>
internal sealed partial class ModelEmitter
{
    private void WritePredict()
    {
        writer.Summary("Runs the model for its answer alone: as in evaluation mode, whatever the mode is, and without recording for gradients.");
        WriteInputDocumentation();
        writer.Returns(string.Join("; ", surface.Outputs.Select(name => $"{name}: {TypeOf(name)}")) + "; the caller disposes it.");
        writer.Block($"public {surface.Result} Predict({surface.InputParameters})", () => Body(WritePrediction));
        writer.Line();
    }

    private void WritePrediction()
    {
        var layers = LayersFor(surface.Outputs);
        var locals = PassLocals([.. surface.Inputs, "training", "evaluation"]);
        var sizes = new SizeNames(model!, locals);
        var pass = new Pass(locals);
        var predictor = new Predictor(model!, pass, IsTaken, sizes.Write);
        foreach (var input in surface.Inputs)
            predictor[input] = Local.Input(CSharp.Identifier(input));
        predictor.Write(layers);
        var results = new List<Local>();
        foreach (var name in surface.Outputs)
        {
            var made = predictor[name];
            // The caller disposes each result by itself, and keeps the inputs.
            results.Add(made.IsForeign || results.Contains(made) ? pass.ViewAnew(made, Names.Word(name), made.Shape, $"{made}.alias()") : made);
        }
        var plan = new PassPlan(pass, results, isApart: false);

        writer.Line($"using var withoutAutograd = {NoGrad};");
        if (predictor.Modes.Count > 0)
            writer.Line($"using var evaluation = {Dsl}EvaluationMode.Of({string.Join(", ", predictor.Modes.Contains("this") ? ["this"] : predictor.Modes.Distinct())});");
        if (plan.Forward.Any(line => Regex.IsMatch(line.Statement, @"\btraining\b")))
            writer.Line("const bool training = false;");
        WriteChecks(sizes, isOfInputs: true);
        writer.Aligned(plan.Forward);
        writer.Line($"return {Pack([.. results.Select(result => result.Name)])};");
    }
}
