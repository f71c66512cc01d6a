using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NeuralDsl.Diagnostics;

/// <summary>Every rule of the language. Ids are never reused; each has a page under <c>docs/diagnostics/</c>.</summary>
internal static class Rules
{
    private const string Category = "NeuralDsl";

    private const string HelpLinkBase = "https://github.com/neuraldsl/neuraldsl/blob/main/docs/diagnostics/";

    // 00xx: the class.

    /// <summary>Model '{0}' must be partial: the generator writes the rest of the class</summary>
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "NDSL0001", "A model class must be partial", "Model '{0}' must be partial: the generator writes the rest of the class");

    /// <summary>'{0}' declares parts of a network but is no model: add [Model]</summary>
    public static readonly DiagnosticDescriptor NoModel = Error(
        "NDSL0002", "Attributes of a network stand on a class without [Model]", "'{0}' declares parts of a network but is no model: add [Model]");

    /// <summary>The attributes of model '{0}' stand on several declarations; put them on one, because their order is the network</summary>
    public static readonly DiagnosticDescriptor SeveralParts = Error(
        "NDSL0003", "The attributes of a model stand on several declarations",
        "The attributes of model '{0}' stand on several declarations; put them on one, because their order is the network");

    /// <summary>Model '{0}' cannot be {1}</summary>
    public static readonly DiagnosticDescriptor UnsupportedClass = Error(
        "NDSL0004", "This kind of class cannot be a model", "Model '{0}' cannot be {1}");

    /// <summary>Model '{0}' is nested in '{1}', which must be partial too</summary>
    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        "NDSL0005", "A type around a model must be partial", "Model '{0}' is nested in '{1}', which must be partial too");

    /// <summary>Model '{0}' has no [Input]: declare what it takes, such as [Input("features", "N 100")]</summary>
    public static readonly DiagnosticDescriptor NoInput = Error(
        "NDSL0006", "A model has no input", "Model '{0}' has no [Input]: declare what it takes, such as [Input(\"features\", \"N 100\")]");

    /// <summary>Model '{0}' has no layers</summary>
    public static readonly DiagnosticDescriptor NoLayers = Error(
        "NDSL0007", "A model has no layers", "Model '{0}' has no layers");

    /// <summary>Input '{0}' stands after layer {1}; inputs come before the layers</summary>
    public static readonly DiagnosticDescriptor MisplacedInput = Error(
        "NDSL0008", "An input stands after a layer", "Input '{0}' stands after {1}; inputs come before the layers");

    /// <summary>Model '{0}' takes {1} inputs; TorchSharp's modules take at most 6</summary>
    public static readonly DiagnosticDescriptor TooManyInputs = Error(
        "NDSL0009", "A model has too many inputs", "Model '{0}' takes {1} inputs, but a TorchSharp module takes at most 6; join some of them");

    /// <summary>The code of model '{0}' calls TorchSharp, but the project does not reference it: add TorchSharp-cpu, a TorchSharp-cuda package or NeuralDsl.LibTorch</summary>
    public static readonly DiagnosticDescriptor NoTorchSharp = Error(
        "NDSL0010", "A model's project does not reference TorchSharp",
        "The code of model '{0}' calls TorchSharp, but the project does not reference it: add TorchSharp-cpu, a TorchSharp-cuda package or NeuralDsl.LibTorch");

    /// <summary>The code of model '{0}' needs C# 12 or newer, but the project is compiled as C# {1}: set LangVersion, or target .NET 8 or newer</summary>
    public static readonly DiagnosticDescriptor OldLanguage = Error(
        "NDSL0011", "A model is compiled by a language version that is too old",
        "The code of model '{0}' needs C# 12 or newer, but the project is compiled as C# {1}: set LangVersion, or target .NET 8 or newer");

    // 01xx: names.

    /// <summary>No {0} is named '{1}'{2}</summary>
    public static readonly DiagnosticDescriptor UnknownName = Error(
        "NDSL0101", "A name is not declared", "No {0} is named '{1}'{2}");

    /// <summary>The name '{0}' is already taken by {1}</summary>
    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "NDSL0102", "A name is declared twice", "The name '{0}' is already taken by {1}");

    /// <summary>'{0}' cannot be a name: {1}</summary>
    public static readonly DiagnosticDescriptor InvalidName = Error(
        "NDSL0103", "A name cannot be used", "'{0}' cannot be a name: {1}");

    /// <summary>Input '{0}' is used by no layer and no loss</summary>
    public static readonly DiagnosticDescriptor UnusedInput = Error(
        "NDSL0104", "An input is not used", "Input '{0}' is used by no layer and no loss: the line of layers starts at '{1}'; a layer takes another input with From, a loss with Target");

    /// <summary>'{0}' is made only later, by {1}; a layer takes values that are made before it</summary>
    public static readonly DiagnosticDescriptor UsedBeforeMade = Error(
        "NDSL0105", "A value is used before it is made", "'{0}' is made only later, by {1}; a layer takes values that are made before it");

    /// <summary>Nothing uses what {0} makes: the outputs are {1}</summary>
    public static readonly DiagnosticDescriptor UnusedLayer = Warning(
        "NDSL0106", "A layer is not used", "Nothing uses what {0} makes: forward returns {1}, and no later layer or loss takes it");

    // 02xx: arguments.

    /// <summary>The {0} "{1}" cannot be read: {2}</summary>
    public static readonly DiagnosticDescriptor MalformedShape = Error(
        "NDSL0201", "A shape cannot be read", "The {0} \"{1}\" cannot be read: {2}");

    /// <summary>{0} of {1} must be {2} but is {3}</summary>
    public static readonly DiagnosticDescriptor InvalidArgument = Error(
        "NDSL0202", "An argument is out of its range", "{0} of {1} must be {2} but is {3}");

    /// <summary>'{0}' of {1} has no value when the model runs: {2}</summary>
    public static readonly DiagnosticDescriptor UnknownSymbol = Error(
        "NDSL0203", "A symbol has no value", "'{0}' of {1} has no value when the model runs: {2}");

    // 11xx: the kind of tensor a layer takes.

    /// <summary>{0} takes {1} but receives {2}: {3}</summary>
    public static readonly DiagnosticDescriptor WrongRank = Error(
        "NDSL1101", "A layer receives a tensor with the wrong number of axes", "{0} takes {1} but receives {2}: {3}");

    /// <summary>{0} takes {1} but receives {2}: {3}</summary>
    public static readonly DiagnosticDescriptor WrongDType = Error(
        "NDSL1102", "A layer receives a tensor of the wrong dtype", "{0} takes {1} but receives {2}: {3}");

    /// <summary>{0} takes its channels on axis 1, but the axis named C is axis {1}: {2}</summary>
    public static readonly DiagnosticDescriptor WrongAxisOrder = Error(
        "NDSL1103", "The axes of a tensor stand in the wrong order", "{0} takes its channels on axis 1, but the axis named C is axis {1}: {2}");

    /// <summary>{0} of {1} is axis {2}, but {3} has only {4}: {5}</summary>
    public static readonly DiagnosticDescriptor AxisOutOfRange = Error(
        "NDSL1104", "An axis does not exist", "{0} of {1} is axis {2}, but {3} has axes 0 to {4}: {5}");

    /// <summary>{0} takes {1} value(s) with From, but {2} are named</summary>
    public static readonly DiagnosticDescriptor WrongInputCount = Error(
        "NDSL1105", "A layer is given another number of values than it takes", "From of {0} must name {1}, not {2}, of the values that it takes");

    /// <summary>{0} removes axes of size 1, but axis {1} has size {2}: {3}</summary>
    public static readonly DiagnosticDescriptor NotOne = Error(
        "NDSL1106", "A removed axis is not of size 1", "{0} removes an axis of size 1, but axis {1} has size {2}: {3}");

    /// <summary>{0} takes '{1}', which may be absent</summary>
    public static readonly DiagnosticDescriptor MayBeAbsent = Error(
        "NDSL1107", "A layer takes a value that may be absent",
        "{0} takes '{1}', which may be absent; join it to a value with [Add] or [Multiply], or let it always be there, without Optional");

    // 12xx: sizes.

    /// <summary>{0} leaves nothing of axis {1}: {2}</summary>
    public static readonly DiagnosticDescriptor EmptyOutput = Error(
        "NDSL1201", "A layer leaves nothing of an axis", "{0} leaves nothing of axis {1}, which has size {2} and is seen through {3}: {4}");

    /// <summary>Groups = {0} of {1} does not divide its {2} {3} channels: {4}</summary>
    public static readonly DiagnosticDescriptor IndivisibleGroups = Error(
        "NDSL1202", "Groups do not divide the channels", "Groups = {0} of {1} does not divide its {2} {3} channels: {4}");

    /// <summary>{0} declares {1} input {2} but receives {3}: {4}</summary>
    public static readonly DiagnosticDescriptor DeclaredInput = Error(
        "NDSL1203", "A layer receives another size than it declares", "{0} declares {1} input {2} but receives {3}: {4}");

    /// <summary>{0} needs a number of {1} to size its weights, but receives {2}, which is known only at run time: {3}</summary>
    public static readonly DiagnosticDescriptor UnknownFeatures = Error(
        "NDSL1204", "A layer's weights depend on a size known only at run time",
        "{0} needs a number of {1} to size its weights, but receives {2}, which is known only at run time: {3}");

    /// <summary>Output '{0}' is declared as {1} but is {2}: {3}</summary>
    public static readonly DiagnosticDescriptor DeclaredOutput = Error(
        "NDSL1205", "An output has another shape than declared", "Output '{0}' is declared as {1} but is {2}: {3}");

    /// <summary>{0} makes a size beyond 64 bits: {1}</summary>
    public static readonly DiagnosticDescriptor SizeOverflow = Error(
        "NDSL1206", "A size is beyond 64 bits", "{0} makes a size beyond 64 bits: {1}");

    /// <summary>{0} joins values of one shape, but {1} is not {2}: {3}</summary>
    public static readonly DiagnosticDescriptor JoinedShapes = Error(
        "NDSL1207", "Joined values have different shapes", "{0} cannot join {1} and {2}: {3}");

    /// <summary>{0} would fix the size of the batch: it needs {1}</summary>
    public static readonly DiagnosticDescriptor PinnedBatch = Error(
        "NDSL1208", "A layer fixes the size of the batch", "{0} would fix the size of the batch, and the last batch is often a smaller one: it needs {1}; {2}");

    /// <summary>{0} needs {1} for '{2}', but the axis has size {3}: {4}</summary>
    public static readonly DiagnosticDescriptor IndivisibleAxis = Error(
        "NDSL1209", "An axis cannot be split so", "{0} needs {1} for '{2}', but the axis has size {3}: {4}");

    /// <summary>Index {0} of {1} is beyond axis {2}, which has size {3}: {4}</summary>
    public static readonly DiagnosticDescriptor IndexOutOfRange = Error(
        "NDSL1210", "An index is beyond its axis", "Index {0} of {1} is beyond axis {2}, which has size {3}: {4}");

    /// <summary>{0} to {1} needs {2} elements, but {3} has {4}: {5}</summary>
    public static readonly DiagnosticDescriptor ReshapedElements = Error(
        "NDSL1211", "A reshape changes the number of elements", "{0} to {1} needs {2} elements, but {3} has {4}: {5}");

    /// <summary>'{0}' cannot be a block: {1}</summary>
    public static readonly DiagnosticDescriptor NotABlock = Error(
        "NDSL1212", "A class cannot be a block", "'{0}' cannot be a block: {1}");

    /// <summary>{0} takes {1} as '{2}' but receives {3}: {4}</summary>
    public static readonly DiagnosticDescriptor LayerInput = Error(
        "NDSL1213", "A layer receives a tensor that it does not take", "{0} takes {1} as '{2}' but receives {3}: {4}");

    /// <summary>{0} is repeated, but makes {2} of {1}: {3}</summary>
    public static readonly DiagnosticDescriptor RepeatedShape = Error(
        "NDSL1214", "A repeated block changes the shape", "{0} is repeated and must make what it takes, but makes {2} of {1}: {3}");

    /// <summary>{0} needs {1}, which is {2} here: {3}</summary>
    public static readonly DiagnosticDescriptor BlockCondition = Error(
        "NDSL1215", "A block's condition does not hold", "{0} needs {1}, which is {2} here: {3}");

    /// <summary>{0} cannot share the weights of '{1}': {2}</summary>
    public static readonly DiagnosticDescriptor CannotShare = Error(
        "NDSL1216", "Weights cannot be shared", "{0} cannot share the weights of '{1}': {2}");

    /// <summary>{0} may be left out, but makes {1} of {2} where its condition is false: {3}</summary>
    public static readonly DiagnosticDescriptor CannotBeAbsent = Error(
        "NDSL1217", "A layer cannot be left out", "{0} cannot be left out, because it makes {1} of {2} also where its If is false: {3}");

    // 13xx: losses, targets, optimizers.

    /// <summary>{0} takes {1} as prediction, but '{2}' is {3}: {4}</summary>
    public static readonly DiagnosticDescriptor WrongPrediction = Error(
        "NDSL1301", "A prediction does not fit its loss", "{0} takes {1} as prediction, but '{2}' is {3}: {4}");

    /// <summary>{0} and {1} both take the last layer's value; name their predictions with From</summary>
    public static readonly DiagnosticDescriptor AmbiguousLosses = Error(
        "NDSL1302", "Two losses without names", "{0} and {1} both take the last layer's value '{2}'; say with From = \"…\" which value each one takes");

    /// <summary>{0} takes {1} as target for prediction '{2}', but {3} is {4}: {5}</summary>
    public static readonly DiagnosticDescriptor WrongTarget = Error(
        "NDSL1303", "A target does not fit its loss", "{0} takes {1} as target for prediction '{2}', but {3} is {4}: {5}");

    /// <summary>Model '{0}' has several optimizers</summary>
    public static readonly DiagnosticDescriptor SeveralOptimizers = Error(
        "NDSL1304", "A model has several optimizers", "{0} is a second optimizer beside {2} of model '{1}'; groups of one optimizer are of one kind, and each has Only or Except");

    /// <summary>{0} has nothing to minimize: model '{1}' has no loss</summary>
    public static readonly DiagnosticDescriptor OptimizerWithoutLoss = Error(
        "NDSL1305", "An optimizer has no loss to minimize", "{0} has nothing to minimize: model '{1}' has no loss");

    /// <summary>An optimizer has no parameters</summary>
    public static readonly DiagnosticDescriptor NothingToTrain = Error(
        "NDSL1306", "An optimizer has no parameters to train", "{0} has nothing to train: no loss of {1} depends on a parameter{2}");

    /// <summary>'{0}' matches no parameter: {1}</summary>
    public static readonly DiagnosticDescriptor UselessPattern = Error(
        "NDSL1307", "A pattern matches no parameter", "'{0}' matches no parameter: {1}");

    /// <summary>'{0}' matches some repetitions of '{1}' only, and how many there are is a hyper-parameter</summary>
    public static readonly DiagnosticDescriptor PartialPattern = Error(
        "NDSL1308", "A pattern tells repetitions of a block apart", "'{0}' matches some repetitions of '{1}' only, and how many there are is a hyper-parameter");

    /// <summary>The parameter '{0}' is in {1}, and it must be in {2}</summary>
    public static readonly DiagnosticDescriptor NotOneGroup = Error(
        "NDSL1309", "A parameter is not in exactly one group", "The parameter '{0}' is in {1}, and it must be in {2}");

    /// <summary>{0} is for parameters of {1} axes, but '{2}' is {3}</summary>
    public static readonly DiagnosticDescriptor UnfitInitialization = Error(
        "NDSL1310", "An initialization does not fit a parameter", "{0} is for parameters of {1} axes, but '{2}' is {3}");

    // 20xx: models that run, but not as they were meant.

    /// <summary>{0} comes before {1}, which takes logits and applies log-softmax itself: {2}</summary>
    public static readonly DiagnosticDescriptor SoftmaxBeforeCrossEntropy = Warning(
        "NDSL2001", "Softmax stands before a cross-entropy",
        "{0} comes before {1}, which takes logits and applies log-softmax itself: {2}");

    /// <summary>{0} comes before {1}, which takes logits and applies the sigmoid itself: {2}</summary>
    public static readonly DiagnosticDescriptor SigmoidBeforeLogitsLoss = Warning(
        "NDSL2002", "Probabilities go into a loss that takes logits",
        "{0} comes before {1}, which takes logits and applies the sigmoid itself: {2}");

    /// <summary>{0} takes probabilities between 0 and 1, but {1} makes any number: {2}</summary>
    public static readonly DiagnosticDescriptor LogitsAsProbabilities = Warning(
        "NDSL2003", "Logits go into a loss that takes probabilities",
        "{0} takes probabilities between 0 and 1, but {1} makes any number: {2}");

    /// <summary>{0} is over axis {1}, which has size 1, so that it always makes {2}: {3}</summary>
    public static readonly DiagnosticDescriptor SoftmaxOverOne = Warning(
        "NDSL2004", "Softmax is over an axis of size 1",
        "{0} is over axis {1}, which has size 1, so that it always makes {2}: {3}");

    /// <summary>{0} is over axis {1}, the batch '{2}', so that an example's result depends on the examples beside it: {3}</summary>
    public static readonly DiagnosticDescriptor SoftmaxOverBatch = Warning(
        "NDSL2005", "Softmax is over the batch",
        "{0} is over axis {1}, the batch '{2}', so that an example's result depends on the examples beside it: {3}");

    /// <summary>{0} comes right before {1} and keeps the logits {2}: {3}</summary>
    public static readonly DiagnosticDescriptor ActivationBeforeLoss = Warning(
        "NDSL2006", "An activation stands right before a loss that takes logits",
        "{0} comes right before {1} and keeps the logits {2}: {3}");

    /// <summary>{0} follows {1} with nothing between, so that both together compute no more than one: {2}</summary>
    public static readonly DiagnosticDescriptor LinearAfterLinear = Warning(
        "NDSL2007", "Two linear layers have nothing between them",
        "{0} follows {1} with nothing between, so that both together compute no more than one: {2}");

    /// <summary>{0} is applied twice in a row: {1}</summary>
    public static readonly DiagnosticDescriptor DoubledActivation = Warning(
        "NDSL2008", "An activation is applied twice in a row",
        "{0} is applied twice in a row: {1}");

    /// <summary>{0} with p = 1 makes every element 0 in training: {1}</summary>
    public static readonly DiagnosticDescriptor DropoutOfEverything = Warning(
        "NDSL2009", "Dropout drops everything",
        "{0} with p = 1 makes every element 0 in training: {1}");

    /// <summary>The bias of {0} has no effect, since {1} subtracts the mean: {2}</summary>
    public static readonly DiagnosticDescriptor BiasBeforeBatchNorm = Warning(
        "NDSL2010", "A bias stands right before batch normalization",
        "The bias of {0} has no effect, since {1} subtracts the mean: {2}");

    /// <summary>{0} normalizes what {1} makes, by a variance that is another one without the dropped elements: {2}</summary>
    public static readonly DiagnosticDescriptor BatchNormAfterDropout = Warning(
        "NDSL2011", "Batch normalization stands right after dropout",
        "{0} normalizes what {1} makes, by a variance that is another one without the dropped elements: {2}");

    /// <summary>{0} takes log-probabilities, but {1} makes {2}: {3}</summary>
    public static readonly DiagnosticDescriptor NotLogProbabilities = Warning(
        "NDSL2012", "A loss that takes log-probabilities gets something else",
        "{0} takes log-probabilities, but {1} makes {2}: {3}");

    /// <summary>Every weight of {0} begins as {1}, so that its units are alike and learn alike: {2}</summary>
    public static readonly DiagnosticDescriptor ConstantWeights = Warning(
        "NDSL2013", "Hidden units begin alike",
        "Every weight of {0} begins as {1}, so that its units are alike and learn alike: {2}");

    // 30xx: what the compiler knows.

    /// <summary>{0}: {1}, {2}</summary>
    public static readonly DiagnosticDescriptor LayerShape = new(
        "NDSL3001", "What a layer makes", "{0}: {1}, {2}", Category, DiagnosticSeverity.Info, isEnabledByDefault: false, helpLinkUri: $"{HelpLinkBase}NDSL3001.md");

    /// <summary>{0} has no generated gradient{1}: autograd computes it</summary>
    public static readonly DiagnosticDescriptor LeftToAutograd = Rule(
        "NDSL3002", "A gradient is left to autograd", "{0} has no generated gradient{1}: autograd computes it", DiagnosticSeverity.Info);

    /// <summary>{0} is about training, but model '{1}' declares no {2}</summary>
    public static readonly DiagnosticDescriptor NoOptimizer = Error(
        "NDSL1311", "What is about training stands on a model that cannot be trained", "{0} is about training, but model '{1}' declares no {2}");

    /// <summary>{0} is a second schedule beside {1} of model '{2}'</summary>
    public static readonly DiagnosticDescriptor SeveralSchedules = Error(
        "NDSL1312", "A model has several schedules", "{0} is a second schedule beside {1} of model '{2}'; only Warmup may go before one");

    /// <summary>{0} measures {1}, but {2} judges {3}</summary>
    public static readonly DiagnosticDescriptor UnfitMetric = Error(
        "NDSL1313", "A metric does not fit the loss", "{0} measures {1}, but {2} judges {3}");

    /// <summary>Phase '{0}' has no {1}</summary>
    public static readonly DiagnosticDescriptor IncompletePhase = Error(
        "NDSL1314", "A phase has nothing to minimize or nothing that does", "Phase '{0}' has no {1}; what stands between two phases belongs to the first");

    /// <summary>{0} stands before the first phase</summary>
    public static readonly DiagnosticDescriptor OutsideOfPhases = Error(
        "NDSL1315", "A loss or an optimizer stands before the first phase", "{0} belongs to no phase: it stands before the first one, [Phase(\"{1}\")]");

    /// <summary>{0} has no generated gradient{1}; with Gradients = GradientMode.Automatic autograd computes it</summary>
    public static readonly DiagnosticDescriptor NoGeneratedGradient = Error(
        "NDSL1316", "A gradient cannot be generated", "{0} has no generated gradient{1}; with Gradients = GradientMode.Automatic autograd computes it");

    // 14xx: budgets.

    /// <summary>'{0}' takes {1}, more than its budget of {2}</summary>
    public static readonly DiagnosticDescriptor BudgetExceeded = Error(
        "NDSL1401", "A model exceeds its budget", "'{0}' takes {1}, more than its budget of {2}; most of it in {3}{4}");

    /// <summary>The budget's {0} depend on {1}</summary>
    public static readonly DiagnosticDescriptor BudgetWithoutSize = Error(
        "NDSL1402", "A budget depends on a size that it does not say", "The budget's {0} depends on {1}, whose size it does not say; add it to Sizes, such as Sizes = \"{1}=32\"");

    // 15xx: data.

    /// <summary>{0} is a second source of data beside {1} of model '{2}'</summary>
    public static readonly DiagnosticDescriptor SeveralData = Error(
        "NDSL1501", "A model has several sources of data", "{0} is a second source of data beside {1} of '{2}'");

    /// <summary>{0}: {1}</summary>
    public static readonly DiagnosticDescriptor UnknownColumn = Error(
        "NDSL1502", "A column is not in the file", "{0}: {1}");

    /// <summary>{0}: {1}</summary>
    public static readonly DiagnosticDescriptor SharedColumn = Error(
        "NDSL1503", "A column is both feature and target", "{0}: {1}");

    /// <summary>{0}: {1}</summary>
    public static readonly DiagnosticDescriptor ColumnCount = Error(
        "NDSL1504", "A file has another number of columns than the model takes", "{0}: {1}");

    /// <summary>{0}: {1}</summary>
    public static readonly DiagnosticDescriptor DataFields = Error(
        "NDSL1505", "Data do not fill the fields of the batch", "{0}: {1}");

    /// <summary>{0}: {1}</summary>
    public static readonly DiagnosticDescriptor UnfitLabels = Error(
        "NDSL1506", "Labels are written in another way than the target takes them", "{0}: {1}");

    /// <summary>{0} has {1}, but {2} chooses between {3}: {4}</summary>
    public static readonly DiagnosticDescriptor TooManyClasses = Error(
        "NDSL1507", "Data have more classes than the model", "{0} has {1}, but {2} chooses between {3}: {4}");

    /// <summary>The labels of {0} run from {1} to {2}, but {3} takes {4} to {5}</summary>
    public static readonly DiagnosticDescriptor LabelRange = Error(
        "NDSL1508", "Labels are out of the loss's range", "The labels of {0} run from {1} to {2}, but {3} takes {4} to {5}");

    /// <summary>The images of {0} are {1}, but the model takes {2}</summary>
    public static readonly DiagnosticDescriptor ImageSize = Error(
        "NDSL1509", "Images have another size than the input", "The images of {0} are {1} (channels, height, width), but the model takes {2}");

    /// <summary>The tokens of {0} have ids from 0 to {1}, but {2} has a row for ids below {3}</summary>
    public static readonly DiagnosticDescriptor Vocabulary = Error(
        "NDSL1510", "A vocabulary is larger than the embedding", "The tokens of {0} have ids from 0 to {1}, but {2} has a row for ids below {3}");

    /// <summary>{0} makes {1}, but {2}</summary>
    public static readonly DiagnosticDescriptor DataSize = Error(
        "NDSL1511", "Rows of the data do not go through the model", "{0} makes {1}, but {2}");

    /// <summary>'{0}' cannot hold data: {1}</summary>
    public static readonly DiagnosticDescriptor UnfitDataClass = Error(
        "NDSL1512", "A class cannot hold the data of a model", "'{0}' cannot hold data: {1}");

    // 90xx: the compiler itself.

    /// <summary>The compiler of model '{0}' failed</summary>
    public static readonly DiagnosticDescriptor InternalError = Error(
        "NDSL9001", "The model compiler failed", "The compiler of model '{0}' failed, which is a fault in NeuralDsl itself, please report it: {1}");

    /// <summary>Every rule, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial, NoModel, SeveralParts, UnsupportedClass, ContainerNotPartial, NoInput, NoLayers, MisplacedInput, TooManyInputs,
        NoTorchSharp, OldLanguage,
        UnknownName, DuplicateName, InvalidName, UnusedInput, UsedBeforeMade, UnusedLayer, MalformedShape, InvalidArgument,
        UnknownSymbol, WrongRank, WrongDType, WrongAxisOrder, AxisOutOfRange, WrongInputCount, NotOne, MayBeAbsent, EmptyOutput, IndivisibleGroups,
        DeclaredInput, UnknownFeatures, DeclaredOutput, SizeOverflow, JoinedShapes, PinnedBatch, IndivisibleAxis, IndexOutOfRange,
        ReshapedElements, NotABlock, LayerInput, RepeatedShape, BlockCondition, CannotShare, CannotBeAbsent, WrongPrediction, AmbiguousLosses,
        WrongTarget, SeveralOptimizers, OptimizerWithoutLoss, NothingToTrain, UselessPattern, PartialPattern, NotOneGroup, UnfitInitialization,
        NoOptimizer, SeveralSchedules, UnfitMetric, IncompletePhase, OutsideOfPhases, NoGeneratedGradient, BudgetExceeded, BudgetWithoutSize,
        SeveralData, UnknownColumn, SharedColumn, ColumnCount, DataFields, UnfitLabels, TooManyClasses, LabelRange, ImageSize, Vocabulary, DataSize, UnfitDataClass,
        SoftmaxBeforeCrossEntropy, SigmoidBeforeLogitsLoss, LogitsAsProbabilities, SoftmaxOverOne, SoftmaxOverBatch, ActivationBeforeLoss,
        LinearAfterLinear, DoubledActivation, DropoutOfEverything, BiasBeforeBatchNorm, BatchNormAfterDropout, NotLogProbabilities,
        ConstantWeights, LayerShape, LeftToAutograd, InternalError,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: $"{HelpLinkBase}{id}.md");
}
