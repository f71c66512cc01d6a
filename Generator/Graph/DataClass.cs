using NeuralDsl.Declaration;

namespace NeuralDsl.Graph;

/// <summary>A class that holds the data of a model which is declared elsewhere.</summary>
/// <param name="Type">The class.</param>
/// <param name="Model">The model.</param>
/// <param name="Data">The data; null where they could not be read.</param>
internal sealed record DataClass(TypeDeclaration Type, TypeArgumentDeclaration Model, GraphData? Data);
