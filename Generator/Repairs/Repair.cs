namespace NeuralDsl.Repairs;

/// <summary>One edit that puts a fault right, as a lightbulb offers it.</summary>
/// <param name="Title">What the lightbulb says: the edit with its result.</param>
/// <param name="Kind">What kind of repair it is; the same in every model, so that one can be made everywhere.</param>
/// <param name="Edit">The edit.</param>
internal sealed record Repair(string Title, string Kind, Edit Edit);
