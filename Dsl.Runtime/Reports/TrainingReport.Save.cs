namespace NeuralDsl;

/// <content>The report as files.</content>
public sealed partial record TrainingReport
{
    /// <summary>
    /// Writes the report as one HTML page: learning curves, the final metrics, confusion matrix, classes, ROC and precision over recall, the architecture and how it was
    /// trained. The page needs no network and runs no script.
    /// </summary>
    /// <param name="path">The file, which is replaced.</param>
    public void SaveHtml(string path) => File.WriteAllText(path, new ReportPage(this).ToString());

    /// <summary>Writes the history as a table: a row for each epoch, a column for each loss and metric. What is undefined is empty.</summary>
    /// <param name="path">The file, which is replaced.</param>
    public void SaveCsv(string path) => File.WriteAllText(path, new History(this).ToCsv());

    /// <summary>Writes the history as JSON, an object for each epoch on a line of its own. What is undefined is null.</summary>
    /// <param name="path">The file, which is replaced.</param>
    public void SaveJsonLines(string path) => File.WriteAllText(path, new History(this).ToJsonLines());

    /// <summary>
    /// Writes the history for <see href="https://www.tensorflow.org/tensorboard">TensorBoard</see>: the runs <c>training</c> and <c>validation</c>, with a step for
    /// each epoch. <c>tensorboard --logdir</c> of the folder above compares several trainings.
    /// </summary>
    /// <param name="folder">The folder, which is made where there is none; other trainings' files in it stay.</param>
    public void SaveTensorBoard(string folder)
    {
        var started = Configuration?.Started ?? DateTimeOffset.Now - Duration;
        foreach (var run in new History(this).Entries().GroupBy(entry => entry.Run))
        {
            var runFolder = Directory.CreateDirectory(Path.Combine(folder, run.Key)).FullName;
            using var file = File.Create(Path.Combine(runFolder, FormattableString.Invariant($"events.out.tfevents.{started.ToUnixTimeSeconds()}.{Model}")));
            var events = new TensorBoardEvents(file, started);
            foreach (var (_, name, epoch, elapsed, value) in run)
                events.Add(name, epoch, started + elapsed, value);
        }
    }
}
