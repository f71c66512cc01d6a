using System.Diagnostics;

namespace NeuralDsl.Package.Tests;

/// <summary>
/// Runs programs as a user who has nothing but what <paramref name="home"/> holds, so no packages, templates or caches; without one, as the user who runs
/// the tests.
/// </summary>
internal sealed class Shell(string? home)
{
    /// <summary>Runs a program in a folder and waits for its end.</summary>
    public Run Run(string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What a build of the tests leaves for the programs that it starts would decide how theirs build.
        foreach (var name in start.Environment.Keys.Where(name => IsOfBuild(name) || home is not null && IsOfUser(name)).ToList())
            start.Environment.Remove(name);
        if (home is not null)
            start.Environment["HOME"] = home;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new($"{program} {string.Join(' ', arguments)}", process.ExitCode, output + errors.Result);
    }

    private static bool IsOfBuild(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.Ordinal) || name is "DOTNET_HOST_PATH";

    private static bool IsOfUser(string name) =>
        name.StartsWith("XDG_", StringComparison.Ordinal) || name is "NUGET_PACKAGES" or "NUGET_HTTP_CACHE_PATH" or "DOTNET_CLI_HOME" or "LibTorchPath";
}
