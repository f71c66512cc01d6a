namespace NeuralDsl;

/// <summary>
/// Makes a static partial class the data of a model that is declared elsewhere: one of the attributes that declare data stands beside it, and
/// the class gets a property <c>Source</c>.
/// </summary>
/// <typeparam name="TModel">The model.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DataAttribute<TModel> : ModelElementAttribute
    where TModel : class;
