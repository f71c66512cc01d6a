using NeuralDsl.Tests.Models;
using TorchSharp.Modules;

namespace NeuralDsl.Tests.Optimizers;

/// <summary>Optimizers over parameters in a row take the steps of TorchSharp's optimizers over each parameter.</summary>
public class FlatOptimizerTests
{
    private static readonly Dictionary<string, (Create Flat, Create Plain)> Optimizers = new()
    {
        ["SGD"] = Of<SGD.ParamGroup>((parameters, rate) => new(parameters, rate, weight_decay: 0.1), groups => new NeuralDsl.Optimizers.SGD(groups, 0.1), groups => new SGD(groups, 0.1)),
        ["SGD with momentum"] = Of<SGD.ParamGroup>(
            (parameters, rate) => new(parameters, rate, momentum: 0.9, nesterov: true), groups => new NeuralDsl.Optimizers.SGD(groups, 0.1), groups => new SGD(groups, 0.1)),
        ["Adam"] = Of<Adam.ParamGroup>(
            (parameters, rate) => new(parameters, rate, weight_decay: 0.1, amsgrad: true), groups => new NeuralDsl.Optimizers.Adam(groups), groups => new Adam(groups)),
        ["AdamW"] = Of<AdamW.ParamGroup>((parameters, rate) => new(parameters, rate, weight_decay: 0.1), groups => new NeuralDsl.Optimizers.AdamW(groups), groups => new AdamW(groups)),
        ["Adamax"] = Of<Adamax.ParamGroup>((parameters, rate) => new(parameters, rate, weight_decay: 0.1), groups => new NeuralDsl.Optimizers.Adamax(groups), groups => new Adamax(groups)),
        ["NAdam"] = Of<NAdam.ParamGroup>((parameters, rate) => new(parameters, rate, weight_decay: 0.1), groups => new NeuralDsl.Optimizers.NAdam(groups), groups => new NAdam(groups)),
        ["RAdam"] = Of<RAdam.ParamGroup>((parameters, rate) => new(parameters, rate, weight_decay: 0.1), groups => new RectifiedAdam(groups), groups => new RectifiedAdam(groups)),
        ["RMSProp"] = Of<RMSProp.ParamGroup>(
            (parameters, rate) => new(parameters, rate, momentum: 0.5, centered: true), groups => new NeuralDsl.Optimizers.RMSProp(groups), groups => new RMSProp(groups)),
        ["Adagrad"] = Of<Adagrad.ParamGroup>((parameters, rate) => new(parameters, rate, weight_decay: 0.1), groups => new NeuralDsl.Optimizers.Adagrad(groups), groups => new Adagrad(groups)),
        ["Adadelta"] = Of<Adadelta.ParamGroup>((parameters, rate) => new(parameters, rate, weight_decay: 0.1), groups => new NeuralDsl.Optimizers.Adadelta(groups), groups => new Adadelta(groups)),
        ["ASGD"] = Of<ASGD.ParamGroup>((parameters, rate) => new(parameters, rate, weight_decay: 0.1), groups => new NeuralDsl.Optimizers.ASGD(groups), groups => new ASGD(groups)),
        ["Rprop"] = Of<Rprop.ParamGroup>((parameters, rate) => new(parameters, rate), groups => new NeuralDsl.Optimizers.Rprop(groups), groups => new Rprop(groups)),
    };

    private delegate optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others);

    public static TheoryData<string, int> Rows
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Optimizers.Keys)
            {
                data.Add(name, 1);
                data.Add(name, 3);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_few_vectors_are_stepped_as_all_parameters(string name, int layers)
    {
        using Stacked flat = Stacked.Create(layers), plain = Stacked.Create(layers);
        var rows = FlatParameters.Of(flat, ("*.weight", null), (null, "*.weight"));
        using var optimizer = Optimizers[name].Flat(rows.Select(only: "*.weight"), rows.Select(except: "*.weight"));
        using var expected = Optimizers[name].Plain(ParameterSelection.Select(plain, only: "*.weight"), ParameterSelection.Select(plain, except: "*.weight"));
        Assert.Equal(2, ((IFlatOptimizer)optimizer).Flat.Segments.Count);
        Assert.Equal(expected.parameters().Select(parameter => parameter.numel()), optimizer.parameters().Select(parameter => parameter.numel()));
        for (var step = 0; step < 5; step++)
        {
            using var scope = NewDisposeScope();
            Assert.Equal(plain.TrainStep(Stacked.Rows(step), expected), flat.TrainStep(Stacked.Rows(step), optimizer), 1e-12);
        }
        FlatModels.AssertSame(plain, flat);
    }

    /// <summary>A schedule, a report and a file of TorchSharp's know it by the name that it has always had.</summary>
    [Fact]
    public void An_optimizer_is_one_of_TorchSharps()
    {
        foreach (var (flat, plain) in Optimizers.Values)
        {
            using Stacked first = Stacked.Create(), second = Stacked.Create();
            using var optimizer = flat(FlatParameters.Of(first).Select(), []);
            using var expected = plain(second.parameters(), []);
            Assert.Equal(expected.GetType().Name, optimizer.GetType().Name);
            Assert.IsAssignableFrom(expected.GetType(), optimizer);
        }
    }

    /// <summary>Of L-BFGS a step depends on all parameters at once; it keeps them as they are.</summary>
    private static (Create Flat, Create Plain) Of<TGroup>(
        Func<IEnumerable<Parameter>, double, TGroup> group, Func<TGroup[], optim.Optimizer> flat, Func<TGroup[], optim.Optimizer> plain) =>
        ((weights, others) => flat([group(weights, 0.1), group(others, 0.05)]), (weights, others) => plain([group(weights, 0.1), group(others, 0.05)]));
}
