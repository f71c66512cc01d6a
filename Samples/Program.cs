using NeuralDsl;
using NeuralDsl.Samples;

if (args.Any(arg => arg is "--help" or "-h"))
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

try
{
    var arguments = Arguments.Parse(args);
    if (arguments.Sample is { } sample)
        sample.Train(arguments);
    else
        Sample.PrintAll();
    return 0;
}
catch (UsageException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine();
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}
catch (Exception e) when (e is DataException or IOException or DivergedException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
