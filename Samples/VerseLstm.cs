namespace NeuralDsl.Samples;

/// <summary>The probability that a verse of the King James Bible stands in the New Testament.</summary>
[Model]
[Text("data/verses.tsv", NumWords = 10000, StopWords = "english", Length = 60, Classes = "Old, New")]
[Input("words", "N T=60", DType.Int64)]
[Embedding(10000, 32)]
[Dropout(0.2), LSTM(32, RecurrentDropout = 0.2), Last]
[Linear(1), Sigmoid]
[BCELoss]
[Adam(0.001), Training(Epochs = 10, BatchSize = 32)]
public partial class VerseLstm;
