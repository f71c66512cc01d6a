using NeuralDsl.Diagnostics;

namespace NeuralDsl.Declaration;

/// <summary>First stage's check: can this class be a model at all?</summary>
internal static class ClassChecker
{
    public static List<Fault> Check(ModelDeclaration declaration)
    {
        var type = declaration.Type;
        var faults = new List<Fault>();
        if (declaration.Attributes.All(attribute => attribute.Name != "Model"))
        {
            faults.Add(new(Rules.NoModel, FaultLocation.OfClass, type.Name));
            return faults;
        }
        if (WhyUnsupported(type) is { } what)
            faults.Add(new(Rules.UnsupportedClass, FaultLocation.OfClass, type.Name, what));
        else if (!type.IsPartial)
            faults.Add(new(Rules.NotPartial, FaultLocation.OfClass, type.Name));
        else if (type.ContainingTypes.FirstOrDefault(container => !container.IsPartial) is { } closed)
            faults.Add(new(Rules.ContainerNotPartial, FaultLocation.OfClass, type.Name, closed.Name));
        if (!declaration.Project.ReferencesTorchSharp)
            faults.Add(new(Rules.NoTorchSharp, FaultLocation.OfClass, type.Name));
        if (declaration.Project.OldLanguage is { } language)
            faults.Add(new(Rules.OldLanguage, FaultLocation.OfClass, type.Name, language));
        var first = declaration.Attributes[0].Part;
        for (var i = 0; i < declaration.Attributes.Count; i++)
        {
            if (declaration.Attributes[i].Part == first)
                continue;
            faults.Add(new(Rules.SeveralParts, new(i), type.Name));
            break;
        }
        return faults;
    }

    private static string? WhyUnsupported(TypeDeclaration type) => type switch
    {
        { IsStatic: true } => "static: a model is an object with weights",
        { IsGeneric: true } => "generic: sizes are arguments of attributes, and these cannot depend on type parameters",
        { IsRecord: true } => "a record: a model is a torch.nn.Module, which is a class",
        { BaseType: { } baseType } => $"derived from '{baseType}': its base is torch.nn.Module",
        _ => null,
    };
}
