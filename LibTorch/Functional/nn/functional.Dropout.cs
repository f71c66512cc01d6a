using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Dropout.
        public static partial class functional
        {
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Operators.dropout_.Apply(input, p, training).alias() : Operators.dropout.Call(input, p, training);

            /// <summary>Drops whole channels of [N, C, L] or [C, L].</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (input.ndim != 2)
                    return dropout2d(input, p, training, inplace);
                using var batch = inplace ? input.unsqueeze_(0).alias() : input.unsqueeze(0);
                using var dropped = dropout2d(batch, p, training, inplace);
                return inplace ? input.squeeze_(0).alias() : dropped.squeeze(0);
            }

            /// <summary>Drops whole channels of [N, C, H, W].</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Operators.feature_dropout_.Apply(input, p, training).alias() : Operators.feature_dropout.Call(input, p, training);

            /// <summary>Drops whole channels of [N, C, D, H, W].</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                dropout2d(input, p, training, inplace);

            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? Operators.alpha_dropout_.Apply(input, p, training).alias() : Operators.alpha_dropout.Call(input, p, training);

            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace
                    ? Operators.feature_alpha_dropout_.Apply(input, p, training).alias()
                    : Operators.feature_alpha_dropout.Call(input, p, training);
        }
    }
}
