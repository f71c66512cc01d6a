using System.Buffers.Binary;
using System.Text;
using NeuralDsl.Parity;

namespace NeuralDsl.Tests.Training.Checkpoints;

/// <summary>The format, against a reader and a writer in Python.</summary>
public sealed class SafetensorsTests : IDisposable
{
    private static readonly PyTorch PyTorch = new("checkpoints.py");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_dtype_and_shape_is_read_here_and_in_Python()
    {
        var tensors = Tensors();
        SafetensorsFile.Write(folder["all.safetensors"], tensors, new Dictionary<string, string> { ["about"] = "é \"quoted\"" });
        var inPython = PyTorch.Ask(new { Path = folder["all.safetensors"], Writes = false }, new Dictionary<string, Tensor>());
        using var file = SafetensorsFile.Open(folder["all.safetensors"]);
        file.Verify();
        Assert.Equal("é \"quoted\"", file.Metadata["about"]);
        Assert.Equal(tensors.Keys.Order(), file.Entries.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            using var here = file.Read(name);
            Assert.Equal((tensor.dtype, string.Join(',', tensor.shape)), (here.dtype, string.Join(',', here.shape)));
            Assert.True(tensor.equal(here).all().ToBoolean(), name);
            Assert.Equal(tensor.shape, inPython[name].shape);
            Assert.True(tensor.to_type(ScalarType.Float64).equal(inPython[name]).all().ToBoolean(), name);
        }
    }

    [Fact]
    public void What_Python_writes_is_read()
    {
        random.manual_seed(2);
        var tensors = new Dictionary<string, Tensor> { ["a.weight"] = randn(3, 5), ["a.bias"] = randn([5], ScalarType.Float64), ["count"] = tensor(7L), ["none"] = zeros([0, 4]) };
        PyTorch.Ask(new { Path = folder["python.safetensors"], Writes = true }, tensors);
        using var file = SafetensorsFile.Open(folder["python.safetensors"]);
        file.Verify();
        foreach (var (name, tensor) in tensors)
        {
            using var read = file.Read(name);
            Assert.Equal(tensor.shape, read.shape);
            Assert.True(tensor.equal(read).all().ToBoolean(), name);
        }
    }

    [Theory]
    [InlineData("", "it has only 0 bytes")]
    [InlineData("\u0001\0\0\0", "it has only 4 bytes")]
    [InlineData("PK\u0003\u0004 a zip archive", "it begins with a header length of")]
    [InlineData("{}{}{}{}", "it begins with a header length of")]
    public void Foreign_files_are_refused(string content, string problem)
    {
        File.WriteAllText(folder["foreign"], content, Encoding.Latin1);
        var exception = Assert.Throws<CheckpointException>(() => SafetensorsFile.Open(folder["foreign"]));
        Assert.StartsWith($"{folder["foreign"]}: this is no complete safetensors file: {problem}", exception.Message);
        Assert.Equal(folder["foreign"], exception.Path);
    }

    [Theory]
    [InlineData("[]", "its header is no JSON object")]
    [InlineData("{", "its header is not what the format asks for")]
    [InlineData("""{"a":1}""", "its tensor 'a' lacks dtype, shape or data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "its tensor 'a' lacks dtype, shape or data_offsets")]
    [InlineData("""{"a":{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}}""", "is of dtype Q4, which is none of F64, F32")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "no whole number from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "no whole number from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "has 8 bytes, but F32 [3] are 12")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", "not what the format asks for")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "are no range")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "begins at byte 4 and not where the one before ends, at 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "begins at byte 0 and not")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "its tensors are 4 bytes, but 8 follow")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}}""", "two tensors 'a'")]
    [InlineData("""{"__metadata__":{"a":1},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "are not texts by name")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "not what the format asks for")]
    public void Headers_are_checked(string header, string problem)
    {
        WriteWithHeader(folder["header"], header, 8);
        var exception = Assert.Throws<CheckpointException>(() => SafetensorsFile.Open(folder["header"]));
        Assert.Contains(problem, exception.Message);
    }

    [Fact]
    public void Damaged_files_are_refused_whatever_the_damage()
    {
        var path = folder["whole.safetensors"];
        SafetensorsFile.Write(path, Tensors(), new Dictionary<string, string> { ["about"] = "text" });
        var whole = File.ReadAllBytes(path);
        var places = new Random(3);
        for (var round = 0; round < 400; round++)
        {
            var damaged = whole.AsSpan(0, round % 2 == 0 ? places.Next(whole.Length) : whole.Length).ToArray();
            if (round % 2 == 1)
                damaged[places.Next(damaged.Length)] ^= (byte)(1 << places.Next(8));
            // A bit that turns the digest's name into another one leaves a valid file from elsewhere: nothing is lost.
            File.WriteAllBytes(path, damaged);
            try
            {
                using var file = SafetensorsFile.Open(path);
                file.Verify();
                Assert.DoesNotContain("neuraldsl.sha256", file.Metadata.Keys);
            }
            catch (CheckpointException e)
            {
                Assert.Equal(path, e.Path);
            }
        }
    }

    [Fact]
    public void A_write_that_fails_leaves_what_was_there()
    {
        var path = folder["kept.bin"];
        File.WriteAllText(path, "before");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half of i"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
        Assert.Throws<NotSupportedException>(() => SafetensorsFile.Write(path, new Dictionary<string, Tensor> { ["c"] = zeros([2], ScalarType.ComplexFloat32) }));
    }

    private static Dictionary<string, Tensor> Tensors()
    {
        random.manual_seed(1);
        var tensors = new Dictionary<string, Tensor> { ["scalar"] = tensor(1.5f), ["none"] = zeros([3, 0]), ["ü 'x'"] = randn(2, 3).t(), ["kept"] = randn(2, 2, requires_grad: true) };
        foreach (var type in new[] { ScalarType.Float64, ScalarType.Float32, ScalarType.Float16, ScalarType.BFloat16 })
            tensors.Add($"{type}", randn(3, 7).to_type(type));
        foreach (var type in new[] { ScalarType.Int64, ScalarType.Int32, ScalarType.Int16, ScalarType.Int8, ScalarType.Byte, ScalarType.Bool })
            tensors.Add($"{type}", randint(2, [5], ScalarType.Int64).to_type(type));
        return tensors;
    }

    private static void WriteWithHeader(string path, string header, int dataLength)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)Encoding.UTF8.GetByteCount(header));
        File.WriteAllBytes(path, [.. length, .. Encoding.UTF8.GetBytes(header), .. new byte[dataLength]]);
    }
}
