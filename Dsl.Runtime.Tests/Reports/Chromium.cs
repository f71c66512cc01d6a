using System.Diagnostics;

namespace NeuralDsl.Tests.Reports;

/// <summary>A browser without a window.</summary>
internal static class Chromium
{
    /// <summary>Opens a page: what it is made of in the end, and what the browser says in its console.</summary>
    public static (string Document, string[] Console) Open(string path)
    {
        var profile = Directory.CreateTempSubdirectory();
        try
        {
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr", $"--user-data-dir={profile.FullName}", "--dump-dom",
                new Uri(path).AbsoluteUri,
            ];
            using var process = Process.Start(new ProcessStartInfo(Find(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var document = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors.Result);
            return (document, [.. errors.Result.Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))]);
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("There is no Chromium to open the report with: run build/setup.sh --tests, which installs it.");
}
