using NeuralDsl;
using NeuralDsl.Samples;

// Without a word, the digits: the sample that shows most in the shortest time.
return ModelCommandLine.Run(args.Length == 0 ? ["train", nameof(DigitsCnn)] : args, SampleModels.All);
