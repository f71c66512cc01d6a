using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What is done with a model whose class is known to its definition alone.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal interface IModelVisitor<out TResult>
{
    TResult Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>;
}
