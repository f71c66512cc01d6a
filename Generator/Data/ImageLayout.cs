using NeuralDsl.Shapes;

namespace NeuralDsl.Data;

/// <summary>Which axes of an input are an image's channels, height and width.</summary>
/// <param name="Axes">Where channels, height and width stand among the axes after the first; the channels' is -1 where there is no such axis.</param>
/// <param name="Channels">The number of channels; null where the model leaves it open.</param>
/// <param name="Height">The height in pixels; null where the model leaves it open.</param>
/// <param name="Width">The width in pixels; null where the model leaves it open.</param>
internal sealed record ImageLayout((int Channels, int Height, int Width) Axes, long? Channels, long? Height, long? Width)
{
    /// <summary>
    /// The layout of an input: as its axes are named C, H and W; without names <c>[N,C,H,W]</c> or, of one channel, <c>[N,H,W]</c>. Null for
    /// another shape.
    /// </summary>
    public static ImageLayout? Of(Shape shape)
    {
        var axes = shape.Axes.Skip(1).ToList();
        int Named(string name) => axes.FindIndex(axis => axis.Name == name);
        var places = (Channels: Named("C"), Height: Named("H"), Width: Named("W"));
        if (places.Height < 0 || places.Width < 0)
        {
            if (places != (-1, -1, -1))
                return null;
            places = axes.Count == 3 ? (0, 1, 2) : (-1, 0, 1);
        }
        return axes.Count == (places.Channels < 0 ? 2 : 3)
            ? new(places, places.Channels < 0 ? 1 : axes[places.Channels].Size.Constant, axes[places.Height].Size.Constant, axes[places.Width].Size.Constant)
            : null;
    }

    /// <summary>The order of the axes <c>[N,C,H,W]</c>, or <c>[N,H,W]</c>, in which they are the input's; null where they are already.</summary>
    public long[]? Order
    {
        get
        {
            int[] places = Axes.Channels < 0 ? [Axes.Height, Axes.Width] : [Axes.Channels, Axes.Height, Axes.Width];
            long[] order = [0, .. Enumerable.Range(0, places.Length).OrderBy(axis => places[axis]).Select(axis => axis + 1)];
            return order.SequenceEqual(Enumerable.Range(0, order.Length).Select(axis => (long)axis)) ? null : order;
        }
    }
}
