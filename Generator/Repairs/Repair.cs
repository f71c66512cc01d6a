using NeuralDsl.Declaration;

namespace NeuralDsl.Repairs;

/// <summary>What puts a fault right, as a lightbulb offers it: most often one edit, sometimes two that belong together.</summary>
/// <param name="Title">What the lightbulb says: the edits with their result.</param>
/// <param name="Kind">What kind of repair it is; the same in every model, so that one can be made everywhere.</param>
/// <param name="Edits">The edits; all of them speak of the declaration as it was.</param>
internal sealed record Repair(string Title, string Kind, params Edit[] Edits)
{
    /// <summary>The declaration after the edits: from the last attribute to the first, so that no edit moves another's attribute.</summary>
    public ModelDeclaration Apply(ModelDeclaration declaration) =>
        Enumerable.Reverse(Edits).OrderByDescending(edit => edit.Attribute).Aggregate(declaration, (edited, edit) => edit.Apply(edited));
}
