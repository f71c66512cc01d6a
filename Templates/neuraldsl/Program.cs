using MyModel;
using NeuralDsl;

TorchSharp.torch.random.manual_seed(1);
using var train = Moons.Draw(800, seed: 1);
using var test = Moons.Draw(200, seed: 2);

using var model = new Classifier();
model.Fit(train, new() { Epochs = 20, BatchSize = 32, Validation = test });
Console.WriteLine($"test {model.Evaluate(test)}");
