using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<int> Seed() => new("--seed")
    {
        Description = "Decides the rows that are kept for testing, the weights and the order of the rows.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 1,
        CustomParser = result => WholeNumber(result, "--seed", least: 0) ?? 0,
    };

    public static Option<int?> AtLeastOne(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = result => WholeNumber(result, name, least: 1),
    };

    public static Option<string?> Data(string description) => new("--data") { Description = description, HelpName = "PATH" };

    public static Option<string> Runs() => new("--runs")
    {
        Description = "The folder of all runs.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => RunFolder.DefaultRoot,
    };

    public static Option<string?> Run() => new("--run") { Description = "The folder of the run; default: the newest of the model.", HelpName = "FOLDER" };

    public static Option<Device?> Device() => new("--device")
    {
        Description = "Where it computes, such as cuda or cuda:1; default: cpu.",
        HelpName = "DEVICE",
        CustomParser = result =>
        {
            var name = result.Tokens.Single().Value;
            try
            {
                var device = torch.device(name);
                if (device.type == DeviceType.CUDA && !torch.cuda.is_available())
                    result.AddError("--device: this engine sees no CUDA device.");
                return device;
            }
            catch (Exception error) when (error is ArgumentException or FormatException)
            {
                result.AddError($"--device takes cpu, cuda or cuda:N, not '{name}'.");
                return null;
            }
        },
    };

    private static int? WholeNumber(ArgumentResult result, string name, int least)
    {
        var text = result.Tokens.Single().Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
            return number;
        result.AddError($"{name} takes a whole number of at least {least.ToString(CultureInfo.InvariantCulture)}, not '{text}'.");
        return null;
    }
}
