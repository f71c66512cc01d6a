using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Snapshots;

/// <summary>The generated code that people read, reviewed once: one file a sample, and the shapes that no sample has.</summary>
public class SnapshotTests
{
    public static TheoryData<string> Samples => 
    [
        "SimpleNN", "BreastCancerNet", "WineMlp", "DigitsCnn", "DigitsRnn", "VerseLstm", "SequenceReverser", "VerseGpt", "DigitVae",
        "BertPretraining", "BertClassifier", "VerseQuestions",
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_generates_what_was_reviewed(string sample)
    {
        string FileOf(string model) => Path.Combine(Repository.Root, "Samples", $"{model}.cs");
        var source = File.ReadAllText(FileOf(sample));
        // A block of several samples has a file of its own.
        var blocks = Regex.Matches(source, @"Block<(\w+)>").Select(block => FileOf(block.Groups[1].Value)).Where(File.Exists).Select(File.ReadAllText);
        var models = Generate([source, .. blocks]);
        foreach (var model in models)
            await Snapshot.MatchAsync(Path.GetFileName(model.FilePath).Split('.')[^3], model.ToString());
    }

    [Fact]
    public Task Several_outputs_and_losses() => MatchAsync("TwoHeads", """
        namespace My.Models;

        public partial class Container
        {
            /// <summary>An autoencoder with a sparse code, nested, with names that need care.</summary>
            [Model]
            [Input("x", "N 64")]
            [Linear(32, Name = "class"), ReLU]
            [Linear(8, Name = "code")]
            [Linear(64, Name = "loss"), Sigmoid(Name = "prediction")]
            [Output("prediction", "N 64"), Output("code")]
            [BCELoss(From = "prediction", Target = "x")]
            [L1Loss(From = "loss", Target = "x", Weight = 0.01, Reduction = Reduction.Sum)]
            [AdamW(3e-4, Beta2 = 0.99)]
            internal partial class TwoHeads;
        }
        """);

    [Fact]
    public Task Sequences() => MatchAsync("Summarizer", """
        [Model]
        [Hyper("d", 32), Hyper("heads", 4), Hyper("dropout", 0.1)]
        [Input("tokens", "N T", DType.Int64), Input("padding", "N T", DType.Bool, Optional = true), Input("start", "N 1 16")]
        [Embedding(1000, "d", PaddingIndex = 0, Name = "wte"), PositionEmbedding(128, Name = "wpe")]
        [SelfAttention("heads", Causal = true, Dropout = "dropout", KeyPadding = "padding", NeedWeights = true, Name = "attn")]
        [TransformerEncoder("heads", 2, FeedForward = "4*d", Dropout = "dropout", NormFirst = true, KeyPadding = "padding", Name = "encoder")]
        [LSTM(16, State = "start, start", RecurrentDropout = "dropout", Name = "lstm")]
        [Output("lstm.hidden"), Output("attn.weights")]
        public partial class Summarizer;
        """);

    [Fact]
    public Task Classes_on_the_last_axis() => MatchAsync("Tagger", """
        [Model]
        [Input("steps", "N T 12")]
        [Linear(5)]
        [CrossEntropyLoss]
        [SGD(0.1, Momentum = 0.9, Nesterov = true)]
        public partial class Tagger;
        """);

    [Fact]
    public Task Data_and_how_it_is_trained() => MatchAsync("Trained", """
        /// <summary>
        /// Reads <c>digits</c> with a "width" of its own,
        /// see <see cref="System.String"/>.
        /// </summary>
        [Model]
        [Hyper("class", 16), Hyper("dropout", 0.1)]
        [Input("image", "N C=1 H=8 W=8")]
        [Flatten, Linear("class"), ReLU, Dropout("dropout"), Linear(10)]
        [CrossEntropyLoss, Adam]
        [Csv("data/digits.csv", Features = "pixel_*", Target = "label", Scale = 1.0 / 16, Separator = ';', Labels = LabelEncoding.Index, Stratify = true)]
        [Training(Epochs = 20, EmaDecay = 0.999, Precision = Precision.BFloat16), Metrics(Metric.Accuracy, Metric.TopK, TopK = 3)]
        [Search("class", 16, 32, 64), Search("LearningRate", From = 1e-4, To = 0.1, Log = true)]
        public partial class Trained;
        """);

    [Fact]
    public Task Phases() => MatchAsync("Adversarial", """
        [Model]
        [Hyper("code", 8)]
        [Input("z", "N code")]
        [Linear(32), ReLU, Linear(64), Sigmoid]
        public partial class Painter;

        [Model]
        [Input("image", "N 64")]
        [Linear(32), LeakyReLU(0.2), Linear(1)]
        public partial class Critic;

        [Model]
        [Hyper("code", 8), Hyper("rate", 2e-4)]
        [Input("image", "N 64")]
        [Noise("N code"), Block<Painter>(Name = "fake")]
        [Block<Critic>(From = "image", Name = "real"), Block<Critic>(From = "fake", Share = "real", Name = "judged")]
        [Phase("critic")]
        [BCEWithLogitsLoss(From = "real", TargetValue = 0.9), BCEWithLogitsLoss(From = "judged", TargetValue = 0)]
        [Adam("rate", Beta1 = 0.5, Only = "real.*"), ClipGradNorm(1)]
        [Phase("painter", Every = 2)]
        [BCEWithLogitsLoss(From = "judged", TargetValue = 1)]
        [Adam("rate", Beta1 = 0.5, Only = "fake.*"), StepLR(10)]
        [Output("fake")]
        public partial class Adversarial;
        """);

    [Fact]
    public Task A_class_for_data() => MatchAsync("Reviews", """
        [Model]
        [Input("tokens", "N T", DType.Int64)]
        [Embedding(100, 8), Last, Linear(2)]
        [CrossEntropyLoss, Adam]
        internal partial class Reader;

        public static partial class Container
        {
            [Data<Reader>]
            [Text("reviews.csv", NumWords = 100, Padding = Side.Post, Tokenizer = TextTokenizer.Characters)]
            public static partial class Reviews;
        }
        """);

    /// <summary>A model with an error has the same members, so that the code around it does not fail a second time.</summary>
    [Fact]
    public Task A_model_with_an_error() => MatchAsync("Broken", """
        [Model]
        [Input("features", "N 30")]
        [Linear(2, In = 31)]
        [CrossEntropyLoss]
        [Adam]
        public partial class Broken;
        """);

    private static Task MatchAsync(string name, string source) =>
        Snapshot.MatchAsync(name, Generate(source).Last(tree => tree.FilePath.Contains(name, StringComparison.Ordinal)).ToString());

    /// <summary>What is generated for the models of files.</summary>
    private static SyntaxTree[] Generate(params string[] sources)
    {
        var compilation = ModelCompilation.Create(["global using NeuralDsl;", .. sources]);
        var generated = ModelCompilation.Generate(compilation);
        Assert.Empty(ModelCompilation.CompilerMessages(generated));
        return [.. generated.SyntaxTrees.Except(compilation.SyntaxTrees)];
    }
}
