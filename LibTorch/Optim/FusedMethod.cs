namespace TorchSharp.Optim;

/// <summary>
/// What native/optimizers.cpp computes in one pass; repeated there. All coefficients begin with what the gradient is multiplied by, and how
/// much of the parameter is added to it; rates are negative to go down.
/// </summary>
internal enum FusedMethod
{
    /// <summary>Rate.</summary>
    SGD,

    /// <summary>Of the buffer. Rate, momentum, share of the gradient.</summary>
    MomentumSGD,

    /// <summary>Of the buffer. Rate, momentum, share of the gradient, momentum ahead.</summary>
    NesterovSGD,

    /// <summary>Of mean and square. Rate, decay and share of the mean, decay and share of the square, root, eps, what the parameter is multiplied by.</summary>
    Adam,

    /// <summary>Of mean, square and largest square; as <see cref="Adam"/>.</summary>
    AMSGrad,

    /// <summary>Of the square. Rate, decay, share, eps.</summary>
    RMSProp,

    /// <summary>Of square and buffer. Rate, decay, share, eps, momentum.</summary>
    MomentumRMSProp,

    /// <summary>Of square and mean. Rate, decay, share, eps.</summary>
    CenteredRMSProp,

    /// <summary>Of square, mean and buffer. Rate, decay, share, eps, momentum.</summary>
    CenteredMomentumRMSProp,

    /// <summary>Of the sum. Rate, eps.</summary>
    Adagrad,

    /// <summary>Of the squares of gradients and of moves. Rate, decay, share, eps.</summary>
    Adadelta,

    /// <summary>Of mean and largest. Rate, decay and share of the mean, decay of the largest, eps.</summary>
    Adamax,

    /// <summary>Of mean and square. Rates of gradient and mean, decay and share of the mean, decay and share of the square, correction, eps.</summary>
    NAdam,

    /// <summary>Of mean and square. Rate, decay and share of the mean, decay and share of the square, eps.</summary>
    RAdam,

    /// <summary>Of mean and square. Rate, decay and share of the mean, decay and share of the square.</summary>
    UnrectifiedRAdam,

    /// <summary>Of the last gradient and the size of the step. What it shrinks and grows by, its least and its most.</summary>
    Rprop,

    /// <summary>Of the average. Rate, what the parameter is multiplied by, share of the parameter in the average.</summary>
    ASGD,
}
