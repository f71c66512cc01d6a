namespace NeuralDsl;

/// <summary>Words that are so frequent that they tell texts hardly apart.</summary>
public static class StopWords
{
    /// <summary>Articles, pronouns, prepositions, conjunctions and auxiliary verbs of English, in small letters.</summary>
    public static IReadOnlyList<string> English { get; } =
    [
        .. """
        a about after again all also am an and any are as at be because been before being between both but by can could did do does doing down during each few
        for from had has have having he her here hers herself him himself his how i if in into is it its itself just may me might more most must my myself no nor
        not now of off on once only or other our ours ourselves out over own same shall she should so some such than that the their theirs them themselves then
        there these they this those through to too under until up upon very was we were what when where which while who whom whose why will with within without
        would you your yours yourself yourselves
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>The words of a declaration: <c>english</c>, or words separated by blanks or commas.</summary>
    internal static IReadOnlyList<string>? Parse(string? text) =>
        text is null ? null : text.Trim() == "english" ? English : text.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
