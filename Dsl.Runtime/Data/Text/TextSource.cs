using NeuralDsl.Data;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Texts with a class: the columns of a CSV file, or lines of a label, a tab and the text. Texts become rows of ids of one length.</summary>
/// <param name="path">The file, in UTF-8; a CSV file where its name ends in <c>.csv</c>.</param>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>: one input <c>Int64 [N,T]</c>, at most one target.</typeparam>
/// <remarks>The vocabulary is learned from the rows to learn from alone; <see cref="DataParts{TBatch}.Tokenizer"/> has it.</remarks>
public sealed class TextSource<TBatch>(string path) : DataSource<TBatch>(path) where TBatch : struct, IBatch<TBatch>
{
    /// <summary>The column of the texts in a CSV file. Default: <c>text</c>.</summary>
    public string Text { get; init; } = "text";

    /// <summary>The column of the labels in a CSV file. Default: <c>label</c>.</summary>
    public string Target { get; init; } = "label";

    /// <summary>What a token is. Default: a word.</summary>
    public TextTokenizer Tokenizer { get; init; }

    /// <summary>The number of ids, with those of padding and the unknown; 0, the default, for all tokens.</summary>
    public int NumWords { get; init; }

    /// <summary>Words that are left out: <c>english</c> for <see cref="NeuralDsl.StopWords.English"/>, or words separated by commas or blanks. Default: none.</summary>
    public string? StopWords { get; init; }

    /// <summary>Whether capital letters become small ones. Default: yes.</summary>
    public bool Lowercase { get; init; } = true;

    /// <summary>The ids in a row; 0, the default, for the size of the input's axis, or where that is open for the longest text to learn from.</summary>
    public int Length { get; init; }

    /// <summary>Where short rows are filled up. Default: before the text.</summary>
    public Side Padding { get; init; }

    /// <summary>Where long rows are cut. Default: at the beginning.</summary>
    public Side Truncating { get; init; }

    /// <inheritdoc cref="CsvOptions.Classes"/>
    public string? Classes { get; init; }

    /// <inheritdoc cref="CsvOptions.Labels"/>
    public LabelEncoding Labels { get; init; }

    private protected override DataParts<TBatch> Read(string path, string? test, int seed)
    {
        var (input, target) = BatchFields.Of<TBatch>("A file of texts");
        if (input is not { DType: DType.Int64, Axes.Rank: 2 })
            throw new NotSupportedException($"Texts fill an input of ids such as Int64 [N,T], but the batch has {input}.");

        TextRows ReadRows(string file, IReadOnlyList<string> classes, bool isLabelled = true) => this.ReadRows(file, isLabelled ? target : null, classes);
        var all = ReadRows(path, ClassLabels.Parse(Classes));
        var classes = all.Labels?.Names ?? [];
        TextRows ReadOther(string file, bool isLabelled) => ReadRows(file, classes, isLabelled);
        if (test is not null)
        {
            var kept = ReadOther(test, isLabelled: true);
            return Encode(input, all, Permutation.None(all.Texts.Count), kept, Permutation.None(kept.Texts.Count), ReadOther) with { Classes = classes };
        }

        RequireTwoRows(path, all.Texts.Count);
        var labels = all.Labels?.ToIndices();
        var (train, held) = Partition.Split(all.Texts.Count, (int)Math.Round((1 - Holdout) * all.Texts.Count), seed, Stratify ? labels : null);
        return Encode(input, all, train, all, held, ReadOther) with { Classes = classes };
    }

    /// <remarks>All rows make the vocabulary, so that no part of them has a larger one.</remarks>
    private protected override DataManifest Describe(string path)
    {
        var rows = ReadRows(path, BatchFields.Of<TBatch>("A file of texts").Target, ClassLabels.Parse(Classes));
        var tokenizer = Fit(rows.Texts);
        return new()
        {
            Rows = rows.Texts.Count,
            Classes = rows.Labels?.Names ?? [],
            LabelRange = rows.Labels?.Range,
            Vocabulary = tokenizer.Count,
            Longest = rows.Texts.Max(text => tokenizer.Encode(text).Length),
        };
    }

    private TextRows ReadRows(string path, TensorField? target, IReadOnlyList<string> classes) =>
        TextRows.Read(path, Text, Target, target is null ? null : new(target, Labels, classes));

    private DataParts<TBatch> Encode(TensorField input, TextRows train, long[] trainRows, TextRows test, long[] testRows, Func<string, bool, TextRows> readOther)
    {
        var tokenizer = Fit(trainRows.Select(row => train.Texts[(int)row]));
        var trainIds = trainRows.Select(row => tokenizer.Encode(train.Texts[(int)row])).ToArray();
        var testIds = testRows.Select(row => tokenizer.Encode(test.Texts[(int)row])).ToArray();
        var length = Length > 0 ? Length : (int)(input.Axes[1].Constant ?? Math.Max(1, trainIds.Max(ids => ids.Length)));

        DataSet<TBatch> ToDataSet(long[][] ids, TextRows rows, long[] picked)
        {
            var classes = rows.Labels?.ToIndices();
            var target = classes is null ? null : rows.Labels!.ToTensor([.. picked.Select(row => classes[row])]);
            return BatchFields.ToDataSet<TBatch>(Sequences.Pad(ids, length, Padding, Truncating), target);
        }

        DataSet<TBatch> ReadOther(string file, bool isLabelled)
        {
            var other = readOther(file, isLabelled);
            return ToDataSet([.. other.Texts.Select(tokenizer.Encode)], other, Permutation.None(other.Texts.Count));
        }

        var rows = ToDataSet(trainIds, train, trainRows);
        try
        {
            return new(rows, ToDataSet(testIds, test, testRows)) { Tokenizer = tokenizer, Reader = ReadOther };
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    private Tokenizer Fit(IEnumerable<string> texts)
    {
        var stopWords = NeuralDsl.StopWords.Parse(StopWords);
        if (stopWords is not null && Tokenizer != TextTokenizer.Words)
            throw new InvalidOperationException($"StopWords are words, but the tokens are {Tokenizer}.");
        return Tokenizer switch
        {
            TextTokenizer.Characters => CharacterTokenizer.Fit(texts, NumWords, Lowercase),
            TextTokenizer.BytePairs => BytePairTokenizer.Fit(texts, NumWords, Lowercase),
            _ => WordTokenizer.Fit(texts, NumWords, Lowercase, stopWords),
        };
    }
}
