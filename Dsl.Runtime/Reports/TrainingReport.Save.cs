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
}
