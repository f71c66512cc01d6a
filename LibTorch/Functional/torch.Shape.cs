using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Views, joins, splits and rearrangements; none of them changes a value.

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => Operators.cat.Call(tensors.ToArray(), axis);

    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => Operators.cat.Call(tensors, axis);

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => Operators.cat.Call(tensors.ToArray(), axis);

    public static Tensor squeeze(Tensor input, long? dim = null) =>
        dim is { } only ? Operators.squeeze_dim.Call(input, only) : Operators.squeeze.Call(input);

    public static Tensor squeeze_(Tensor input, long? dim = null) =>
        dim is { } only ? Operators.squeeze__dim.Apply(input, only) : Operators.squeeze_.Apply(input);

    public static Tensor column_stack(IList<Tensor> tensors) => Operators.column_stack.Call(tensors.ToArray());

    public static Tensor column_stack(params Tensor[] tensors) => Operators.column_stack.Call(tensors);

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => Operators.column_stack.Call(tensors.ToArray());

    public static Tensor row_stack(IList<Tensor> tensors) => Operators.vstack.Call(tensors.ToArray());

    public static Tensor row_stack(params Tensor[] tensors) => Operators.vstack.Call(tensors);

    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => Operators.vstack.Call(tensors.ToArray());

    public static Tensor[] unbind(Tensor tensor, int dim = 0) => Operators.unbind_int.CallForList(tensor, dim);

    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => Unflattened(input, dim, sizes);

    public static Tensor unflatten(Tensor input, long dim, Size sizes) => Unflattened(input, dim, sizes.Shape);

    public static Tensor adjoint(Tensor input) => Operators.adjoint.Call(input);

    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Operators.cat.Call(tensors.ToArray(), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Operators.cat.Call(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Operators.cat.Call(tensors.ToArray(), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Operators.concat.Call(tensors.ToArray(), dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => Operators.concat.Call(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Operators.concat.Call(tensors.ToArray(), dim);

    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => dsplit(input, Tensor.Positions(indices_or_sections));

    public static Tensor[] dsplit(Tensor input, long size) => Operators.dsplit_int.CallForList(input, size);

    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) =>
        Operators.dsplit_array.CallForList(input, indices_or_sections);

    public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) =>
        dsplit(input, (long[])[indices_or_sections.Item1, indices_or_sections.Item2]);

    public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) =>
        dsplit(input, (long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

    public static Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections) =>
        dsplit(input, (long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

    public static Tensor dstack(params Tensor[] tensors) => Operators.dstack.Call(tensors);

    public static Tensor dstack(IList<Tensor> tensors) => Operators.dstack.Call(tensors.ToArray());

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Operators.dstack.Call(tensors.ToArray());

    public static Tensor dstack(IEnumerable<Tensor> tensors) => Operators.dstack.Call(tensors.ToArray());

    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => hsplit(input, Tensor.Positions(indices_or_sections));

    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => Operators.hsplit_int.CallForList(input, indices_or_sections);

    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) =>
        Operators.hsplit_array.CallForList(input, indices_or_sections);

    public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) =>
        hsplit(input, (long[])[indices_or_sections.Item1, indices_or_sections.Item2]);

    public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) =>
        hsplit(input, (long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

    public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) =>
        hsplit(input, (long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

    public static Tensor hstack(IList<Tensor> tensors) => Operators.hstack.Call(tensors.ToArray());

    public static Tensor hstack(params Tensor[] tensors) => Operators.hstack.Call(tensors);

    public static Tensor hstack(IEnumerable<Tensor> tensors) => Operators.hstack.Call(tensors.ToArray());

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Operators.hstack.Call(tensors.ToArray());

    public static Tensor movedim(Tensor input, long source, long destination) => Operators.movedim_int.Call(input, source, destination);

    public static Tensor movedim(Tensor input, long[] source, long[] destination) =>
        Operators.movedim_intlist.Call(input, source, destination);

    public static Tensor moveaxis(Tensor input, long source, long destination) => Operators.movedim_int.Call(input, source, destination);

    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) =>
        moveaxis(input, [source.Item1, source.Item2], [destination.Item1, destination.Item2]);

    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) =>
        moveaxis(input, [source.Item1, source.Item2, source.Item3], [destination.Item1, destination.Item2, destination.Item3]);

    public static Tensor moveaxis(Tensor input, (long, long, long, long) source, (long, long, long, long) destination) =>
        moveaxis(
            input, [source.Item1, source.Item2, source.Item3, source.Item4],
            [destination.Item1, destination.Item2, destination.Item3, destination.Item4]);

    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) =>
        Operators.movedim_intlist.Call(input, source, destination);

    public static Tensor narrow(Tensor input, long dim, long start, long length) => Operators.narrow.Call(input, dim, start, length);

    public static Tensor permute(Tensor input, params long[] permutation) => Operators.permute.Call(input, permutation);

    public static Tensor reshape(Tensor input, params long[] shape) => Operators.reshape.Call(input, shape);

    public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        Operators.diagonal_scatter.Call(input, src, offset, dim1, dim2);

    public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) =>
        Operators.select_scatter.Call(input, src, dim, index);

    public static Tensor slice_scatter(Tensor input, Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
        Operators.slice_scatter.Call(input, src, dim, start, end, step);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) =>
        Operators.split_with_sizes.CallForList(tensor, split_size_or_sections, dim);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Operators.stack.Call(tensors.ToArray(), dim);

    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => Operators.swapaxes.Call(input, axis0, axis1);

    public static Tensor swapdims(Tensor input, long dim0, long dim1) => Operators.swapdims.Call(input, dim0, dim1);

    public static Tensor t(Tensor input) => Operators.t.Call(input);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) =>
        Operators.tensor_split_sections.CallForList(input, indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) =>
        Operators.tensor_split_indices.CallForList(input, indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) =>
        Operators.tensor_split_tensor_indices_or_sections.CallForList(input, indices_or_sections, dim);

    public static Tensor tile(Tensor input, long[] dims) => Operators.tile.Call(input, dims);

    public static Tensor transpose(Tensor input, long dim0, long dim1) => Operators.transpose_int.Call(input, dim0, dim1);

    public static Tensor[] unbind(Tensor input, long dim = 0) => Operators.unbind_int.CallForList(input, dim);

    public static Tensor unsqueeze(Tensor input, long dim) => Operators.unsqueeze.Call(input, dim);

    public static Tensor unsqueeze_(Tensor input, long dim) => Operators.unsqueeze_.Apply(input, dim);

    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) =>
        Operators.vsplit_array.CallForList(input, indices_or_sections);

    public static Tensor vstack(IList<Tensor> tensors) => Operators.vstack.Call(tensors.ToArray());

    public static Tensor vstack(Tensor[] tensors) => Operators.vstack.Call(tensors);

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Operators.vstack.Call(tensors.ToArray());

    public static Tensor block_diag(params Tensor[] tensors) => Operators.block_diag.Call(tensors);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Operators.broadcast_tensors.CallForList(tensors);

    public static Tensor broadcast_to(Tensor input, params long[] shape) => Operators.broadcast_to.Call(input, shape);

    public static Tensor cartesian_prod(IList<Tensor> tensors) => Operators.cartesian_prod.Call(tensors.ToArray());

    public static Tensor cartesian_prod(params Tensor[] tensors) => Operators.cartesian_prod.Call(tensors);

    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => Operators.cartesian_prod.Call(tensors.ToArray());

    public static Tensor diag(Tensor input, long diagonal = 0) => Operators.diag.Call(input, diagonal);

    public static Tensor diag_embed(Tensor input, long offset = 0, long dim1 = -2, long dim2 = -1) =>
        Operators.diag_embed.Call(input, offset, dim1, dim2);

    public static Tensor diagflat(Tensor input, long offset = 0) => Operators.diagflat.Call(input, offset);

    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        Operators.diagonal.Call(input, offset, dim1, dim2);

    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        Operators.diff.Call(input, n, dim, prepend, append);

    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) =>
        Operators.flatten_using_ints.Call(input, start_dim, end_dim);

    public static Tensor flip(Tensor input, params long[] dims) => Operators.flip.Call(input, dims);

    public static Tensor fliplr(Tensor input) => Operators.fliplr.Call(input);

    public static Tensor flipud(Tensor input) => Operators.flipud.Call(input);

    public static Tensor kron(Tensor input, Tensor other) => Operators.kron.Call(input, other);

    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => Operators.rot90.Call(input, k, dims ?? (0, 1));

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Operators.meshgrid_indexing.CallForList(tensors.ToArray(), indexing);

    public static Tensor ravel(Tensor input) => Operators.ravel.Call(input);

    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        Operators.repeat_interleave_self_int.Call(input, repeats, dim, output_size);

    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        Operators.repeat_interleave_self_Tensor.Call(input, repeats, dim, output_size);

    public static Tensor roll(Tensor input, long shifts, long? dims = null) =>
        Operators.roll.Call(input, Argument.List(shifts), dims is { } only ? Argument.List(only) : Argument.None);

    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => Operators.roll.Call(input, shifts, dims);

    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) =>
        Operators.roll.Call(input, shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => Operators.roll.Call(input, shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts) => Operators.roll.Call(input, shifts);

    public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
        Operators.roll.Call(input, Argument.List(shifts), Argument.List(dims));

    public static Tensor tril(Tensor input, long diagonal = 0) => Operators.tril.Call(input, diagonal);

    public static Tensor tril_(Tensor input, long diagonal = 0) => Operators.tril_.Apply(input, diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0) => Operators.triu.Call(input, diagonal);

    public static Tensor triu_(Tensor input, long diagonal = 0) => Operators.triu_.Apply(input, diagonal);

    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) =>
        Operators.vander.Call(x, N < 0 ? Argument.None : N, increasing);

    public static Tensor view_as_real(Tensor input) => Operators.view_as_real.Call(input);

    public static Tensor view_as_complex(Tensor input) => Operators.view_as_complex.Call(input);

    /// <summary>The shape that shapes have after broadcasting.</summary>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var result = Sizes.Repeated(1, shapes.Length == 0 ? 0 : shapes.Max(shape => shape.Length));
        foreach (var shape in shapes)
        {
            for (var d = 1; d <= shape.Length; d++)
            {
                if (shape[^d] != 1 && result[^d] != 1 && shape[^d] != result[^d])
                    throw new ArgumentException($"Sizes {result[^d]} and {shape[^d]} in dimension -{d} do not broadcast.", nameof(shapes));
                if (shape[^d] != 1)
                    result[^d] = shape[^d];
            }
        }
        return new Size(result);
    }
}
