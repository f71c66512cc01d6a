using NeuralDsl;
using NeuralDsl.Samples;

// Without a word, the digits: the sample that shows most in the shortest time.
return ModelCommandLine.Run(
    args.Length == 0 ? ["train", nameof(DigitsCnn)] : args,
    SimpleNN.Definition.With(Clouds.Source),
    BreastCancerNet.Definition,
    WineMlp.Definition,
    DigitsCnn.Definition,
    DigitsRnn.Definition,
    VerseLstm.Definition);
