using System.Globalization;
using Spectre.Console;

namespace NeuralDsl.Benchmarks;

/// <summary>Where the time of a step goes: the operators that libtorch runs for each contestant, in groups, and what is outside them.</summary>
internal static class ProfileBenchmark
{
    /// <summary>Operators that are shown one by one.</summary>
    private const int Shown = 15;

    public static int Run(StepOptions options)
    {
        using var folder = new WorkFolder();
        var library = OperatorCounter.Build(folder.Path);
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 200;
        foreach (var sample in options.Samples)
        {
            foreach (var size in sample.Sizes.Where(size => options.Sizes.Contains(size.Name)))
            {
                var spec = sample.Prepare(size, folder.Path);
                foreach (var (threads, mode) in options.Threads.SelectMany(threads => options.Modes.Select(mode => (threads, mode))))
                {
                    Write(
                        $"{sample.Name}, {size.Name}, {(mode == StepMode.Train ? "training" : "prediction")} with {threads} thread(s)",
                        [.. StepMeasurement.KindsOf(mode).Select(kind => Profile.Of(kind, spec, threads, mode, options.Seconds, library))]);
                }
            }
        }
        return 0;
    }

    private static void Write(string title, Profile[] profiles)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine(title);
        var table = NewTable("a step", profiles);
        Add("time", profile => StepTable.Time(profile.Seconds));
        Add("time while operators are counted", profile => StepTable.Time(profile.CountedSeconds));
        Add("calls of operators", profile => Number(profile.Operators.Sum(each => each.Calls)));
        Add("minor page faults", profile => Number(profile.Faults));
        Add("managed bytes", profile => Number(profile.Managed));
        Add("resident before there is a model, MiB", profile => Number(profile.Before >> 20));
        Add("most resident, MiB", profile => Number(profile.Peak >> 20));
        AnsiConsole.Write(table);

        table = NewTable("time in", profiles);
        foreach (var group in OperatorGroup.Names.Intersect(profiles.SelectMany(profile => profile.Operators).Select(each => OperatorGroup.Of(each.Name))))
            Add(group, profile => Share(profile, profile.Operators.Where(each => OperatorGroup.Of(each.Name) == group)));
        Add("outside operators", profile => Share(profile, profile.CountedSeconds - profile.Operators.Sum(each => each.Seconds)));
        AnsiConsole.Write(table);

        table = NewTable("operator: time, calls", profiles);
        foreach (var each in profiles.SelectMany(profile => profile.Operators).GroupBy(each => each.Name).OrderByDescending(each => each.Sum(time => time.Seconds)).Take(Shown))
            Add(each.Key, profile => profile.Operators.FirstOrDefault(own => own.Name == each.Key) is { } found ? $"{StepTable.Time(found.Seconds)}, {Number(found.Calls)}" : "");
        AnsiConsole.Write(table);

        void Add(string name, Func<Profile, string> cell) => table.AddRow([Markup.Escape(name), .. profiles.Select(cell)]);
    }

    private static Table NewTable(string first, Profile[] profiles)
    {
        var table = new Table().AddColumn(first);
        foreach (var profile in profiles)
            table.AddColumn(new TableColumn(StepTable.Name(profile.Kind)) { Alignment = Justify.Right });
        return table;
    }

    private static string Share(Profile profile, IEnumerable<OperatorTime> operators) =>
        operators.ToArray() is { Length: > 0 } all ? Share(profile, all.Sum(each => each.Seconds)) : "";

    private static string Share(Profile profile, double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{StepTable.Time(seconds)} {100 * seconds / profile.CountedSeconds,3:0} %");

    private static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);
}
