using System.CommandLine;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<int> Seed()
    {
        var option = new Option<int>("--seed")
        {
            Description = "Decides the rows that are kept for testing, the weights and the order of the rows.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 1,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < 0)
                result.AddError("--seed takes a whole number of at least 0.");
        });
        return option;
    }

    public static Option<int?> AtLeastOne(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "NUMBER" };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < 1)
                result.AddError($"{name} takes a whole number of at least 1.");
        });
        return option;
    }

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
}
