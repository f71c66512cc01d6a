using System.IO.Compression;
using System.Text;

namespace NeuralDsl.Tests.Data;

/// <summary>Files that were cut or changed at random places are read, or refused with <see cref="DataException"/>; nothing else happens to them.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private const int Places = 300;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Csv()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"{i},{i * 0.5:0.0#},{(i % 2 == 0 ? "\"ye,s\"" : "nö")}\n")));
        Damage("data.csv", Encoding.UTF8.GetBytes("a,\"b\",target\n" + rows), path => new CsvSource<PairOf<ThreeClasses>>(path).Load().Dispose());
    }

    [Fact]
    public void Idx()
    {
        byte[] images = [0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 2, 0, 0, 0, 3, .. Enumerable.Range(0, 30).Select(i => (byte)i)];
        byte[] labels = [0, 0, 8, 1, 0, 0, 0, 5, 0, 1, 2, 0, 1];
        var (imageFile, labelFile) = (Path.Combine(folder, "images.valid"), Path.Combine(folder, "labels.valid"));
        File.WriteAllBytes(imageFile, images);
        File.WriteAllBytes(labelFile, labels);
        Damage("images", images, path => new IdxSource<PairOf<Grey>>(path, labelFile).Load().Dispose());
        Damage("labels", labels, path => new IdxSource<PairOf<Grey>>(imageFile, path).Load().Dispose());
        Damage("images.gz", Pack(images), path => new IdxSource<PairOf<Grey>>(path, labelFile).Load().Dispose());
    }

    [Fact]
    public void A_png_is_the_same_or_refused()
    {
        Directory.CreateDirectory(Path.Combine(folder, "a"));
        byte[] pixels = [.. Enumerable.Range(0, 12).Select(i => (byte)(i * 20))];
        float[]? expected = null;
        Damage("a/1.png", TestImages.Png(2, 2, 3, pixels), _ =>
        {
            using var parts = new ImagesSource<PairOf<ChannelsFirst>>(folder) { Test = folder }.Load();
            expected ??= parts.Train.Floats();
            Assert.Equal(expected, parts.Train.Floats());
        });
    }

    [Fact]
    public void Bmp()
    {
        Directory.CreateDirectory(Path.Combine(folder, "a"));
        byte[] pixels = [.. Enumerable.Range(0, 12).Select(i => (byte)(i * 20))];
        Damage("a/1.bmp", TestImages.Bmp(2, 2, pixels), _ => new ImagesSource<PairOf<ChannelsFirst>>(folder) { Test = folder }.Load().Dispose());
    }

    [Fact]
    public void Text()
    {
        var lines = string.Concat(Enumerable.Range(0, 20).Select(i => $"{(i % 2 == 0 ? "gut" : "schlecht")}\tWörter, {i} viele\n"));
        Damage("data.txt", Encoding.UTF8.GetBytes(lines), path => new TextSource<PairOf<Tokens>>(path).Load().Dispose());
    }

    [Theory]
    [MemberData(nameof(TokenizerTests.Kinds), MemberType = typeof(TokenizerTests), DisableDiscoveryEnumeration = true)]
    public void Vocabulary(Tokenizer tokenizer)
    {
        var path = Path.Combine(folder, "vocabulary");
        tokenizer.Save(path);
        Damage("damaged", File.ReadAllBytes(path), damaged => Tokenizer.Load(damaged).Encode("one two"));
    }

    /// <summary>Reads a file as it is, and cut or with changed bytes at places that a seed decides.</summary>
    private void Damage(string name, byte[] content, Action<string> read)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        read(path);

        // Tensors that other tests have left to the garbage collector go first.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var random = new Random(20);
        var (tensors, refused) = (LiveTensors.CountAfterCollection(), 0);
        for (var i = 0; i < Places; i++)
        {
            var damaged = (byte[])content.Clone();
            if (i % 3 == 0)
                damaged = damaged[..random.Next(damaged.Length)];
            else
                for (var flips = i % 3; flips > 0; flips--)
                    damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(path, damaged);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(path);
            }
            catch (DataException)
            {
                refused++;
            }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        }
        Assert.Equal(tensors, Tensor.TotalCount);
        Assert.InRange(refused, 1, Places);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }
}
