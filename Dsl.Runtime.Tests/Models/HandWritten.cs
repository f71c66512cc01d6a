using System.Collections.Immutable;
using TorchSharp.Modules;

namespace NeuralDsl.Tests.Models;

/// <summary>What the generator makes of two features, one linear layer, three classes; written by hand so that training is tested apart from it.</summary>
internal sealed class HandWritten : nn.Module<Tensor, Tensor>, ITrainable<HandWritten.Batch>
{
    private readonly Linear linear;

    public HandWritten(double learningRate = 0.1) : base(nameof(HandWritten))
    {
        NewOptimizer = parameters => optim.SGD(parameters, learningRate);
        linear = nn.Linear(2, 3);
        register_module("linear", linear);
    }

    public Architecture Architecture { get; } = new(
        nameof(HandWritten),
        [Batch.Fields[0]],
        [new("linear", "Linear", ["x"], "N 3", DType.Float32, "9", "6*N", "3*N")],
        ["linear"],
        [new("CrossEntropyLoss", ["linear"], ["target"], LearningTask.Classification, ClassAxis: 1)],
        new(Parameters: "9", Trainable: "9", Buffers: "0", MultiplyAccumulates: "6*N", Activations: "3*N", OptimizerState: "0", TrainingBytes: "72+28*N"),
        Hypers: [],
        ParameterCount: 9);

    /// <summary>Whether the model was in training mode at each call of <see cref="Loss"/>.</summary>
    public List<bool> Modes { get; } = [];

    public Linear Layer => linear;

    /// <summary>The schedule to train with; null for none.</summary>
    public Func<optim.Optimizer, int, int, TrainingSchedule>? Schedule { get; init; }

    /// <summary>The declared defaults.</summary>
    public TrainingDefaults Training { get; init; } = new();

    /// <summary>Makes the declared optimizer.</summary>
    public Func<IEnumerable<Parameter>, optim.Optimizer> NewOptimizer { get; init; }

    /// <summary>The largest norm of the gradients.</summary>
    public double MaxNorm { get; init; } = double.PositiveInfinity;

    public ImmutableArray<TrainingPhase<Batch>> Phases => [new(Loss, Backward, CreateOptimizer) { ClipGradients = ClipGradients, CreateScheduler = Schedule }];

    public void ClipGradients()
    {
        if (double.IsFinite(MaxNorm))
            nn.utils.clip_grad_norm_(parameters(), MaxNorm);
    }

    public override Tensor forward(Tensor x) => linear.call(x);

    public Tensor Loss(Batch batch, out Tensor prediction)
    {
        Modes.Add(training);
        prediction = forward(batch.X);
        return nn.functional.cross_entropy(prediction, batch.Target);
    }

    public double Backward(Batch batch, out Tensor prediction)
    {
        using var loss = Loss(batch, out prediction);
        loss.backward();
        return loss.ToDouble();
    }

    public optim.Optimizer CreateOptimizer() => NewOptimizer(parameters());

    protected override void RegisterComponents()
    {
    }

    public readonly record struct Batch : IBatch<Batch>
    {
        public static ImmutableArray<TensorField> Fields { get; } =
        [
            TensorField.Input("x", DType.Float32, "N 2"),
            TensorField.Target("target", DType.Int64, "N"),
        ];

        public Batch(Tensor x, Tensor target)
        {
            TensorField.Check("HandWritten.Batch", Fields, [x, target]);
            X = x;
            Target = target;
        }

        public Tensor X { get; }

        public Tensor Target { get; }

        public Tensor this[int index] => index switch
        {
            0 => X,
            1 => Target,
            _ => throw new ArgumentOutOfRangeException(nameof(index)),
        };

        public static Batch Create(ReadOnlySpan<Tensor?> tensors) => new(tensors[0]!, tensors[1]!);
    }

    /// <summary>Three clouds around the corners of a triangle.</summary>
    public static DataSet<Batch> Clouds(int rows)
    {
        var x = new float[rows * 2];
        var target = new long[rows];
        var random = new Random(1);
        for (var i = 0; i < rows; i++)
        {
            target[i] = i % 3;
            x[2 * i] = (float)((2 * Math.Cos(2 * Math.PI * target[i] / 3)) + (random.NextDouble() - 0.5));
            x[(2 * i) + 1] = (float)((2 * Math.Sin(2 * Math.PI * target[i] / 3)) + (random.NextDouble() - 0.5));
        }
        return new(tensor(x, [rows, 2]), tensor(target));
    }
}
