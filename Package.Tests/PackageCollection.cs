namespace NeuralDsl.Package.Tests;

/// <summary>The tests share what is packed once, and build one at a time.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<Packages>
{
    public const string Name = "packages";
}
