using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// A file of named tensors in the safetensors format, which Python's library of that name reads and writes: eight bytes with the length of a JSON
/// header, the header, the numbers. Tensors are read one by one; nothing else is kept in memory.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private const int PrefixLength = sizeof(ulong);

    private readonly FileStream stream;
    private readonly SafetensorsHeader header;
    private readonly byte[] start;

    private SafetensorsFile(FileStream stream, byte[] start, SafetensorsHeader header)
    {
        this.stream = stream;
        this.start = start;
        this.header = header;
    }

    /// <summary>The file.</summary>
    public string Path => stream.Name;

    /// <summary>What is known of each tensor.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Entries => header.Entries;

    /// <summary>The texts of the file by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata => header.Metadata;

    /// <summary>Opens a file and checks its header: every byte after it belongs to one tensor.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CheckpointException">It is truncated, corrupt or no such file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SafetensorsFile Open(string path)
    {
        var stream = File.OpenRead(path);
        try
        {
            var start = ReadStart(stream);
            return new(stream, start, SafetensorsHeader.Parse(start.AsMemory(PrefixLength), stream.Length - start.Length));
        }
        catch (FormatException e)
        {
            stream.Dispose();
            throw new CheckpointException(path, $"this is no complete safetensors file: {e.Message}", "Write it anew, or take another copy.", e);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Writes tensors to a file, in one piece: whoever reads it sees the whole file, or what was there before.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="tensors">The tensors by name.</param>
    /// <param name="metadata">Texts about them; null for none.</param>
    /// <exception cref="NotSupportedException">The format has no dtype for a tensor.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var header = SafetensorsHeader.Of(tensors, new Dictionary<string, string>(metadata ?? new Dictionary<string, string>()) { [SafetensorsHeader.Digest] = SafetensorsHeader.NoDigest });
        var json = header.ToBytes();
        if (json.Length > SafetensorsHeader.MaxLength)
            throw new NotSupportedException($"The header would have {json.Length} bytes, but readers of the format take at most {SafetensorsHeader.MaxLength}.");
        AtomicFile.Write(path, stream =>
        {
            using var hash = SHA256.Create();
            using (var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
            {
                var length = new byte[PrefixLength];
                BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
                hashed.Write(length);
                hashed.Write(json);
                foreach (var name in header.Entries.Keys)
                    WriteNumbers(hashed, tensors[name]);
            }
            stream.Position = PrefixLength + json.AsSpan().IndexOf(Encoding.ASCII.GetBytes(SafetensorsHeader.NoDigest));
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.Hash!)));
        });
    }

    /// <summary>Compares the digest of a file that this library wrote with its content; files from elsewhere have none.</summary>
    /// <exception cref="CheckpointException">The content has changed.</exception>
    public void Verify()
    {
        if (!Metadata.TryGetValue(SafetensorsHeader.Digest, out var digest))
            return;
        var blank = start.ToArray();
        var position = blank.AsSpan().IndexOf(Encoding.ASCII.GetBytes(digest));
        if (position >= 0 && digest.Length == SafetensorsHeader.NoDigest.Length)
            Encoding.ASCII.GetBytes(SafetensorsHeader.NoDigest).CopyTo(blank, position);
        using var hash = SHA256.Create();
        hash.TransformBlock(blank, 0, blank.Length, null, 0);
        stream.Position = start.Length;
        using (var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Read, leaveOpen: true))
            hashed.CopyTo(Stream.Null);
        if (Convert.ToHexStringLower(hash.Hash!) != digest)
            throw new CheckpointException(Path, "this file is corrupt: its content has another SHA-256 than when it was written.", "Take another copy.");
    }

    /// <summary>Reads a tensor, which the caller disposes.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no tensor of that name.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Tensor Read(string name)
    {
        var entry = Entries[name];
        var tensor = empty([.. entry.Shape], entry.Type);
        ReadInto(name, tensor);
        return tensor;
    }

    /// <summary>Reads a tensor into one of its shape, whose dtype and device it is converted to.</summary>
    internal void ReadInto(string name, Tensor target)
    {
        var entry = Entries[name];
        if (entry.Length == 0)
            return;
        if (target.dtype == entry.Type && target.device_type == DeviceType.CPU && target.is_contiguous())
        {
            stream.Position = start.Length + entry.Begin;
            target.ReadBytesFromStream(stream, BufferSize);
            return;
        }
        using var read = Read(name);
        using var _ = no_grad();
        target.copy_(read);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();

    private const int BufferSize = 1 << 16;

    private static void WriteNumbers(Stream stream, Tensor tensor)
    {
        if (tensor.numel() == 0)
            return;
        using var detached = tensor.detach();
        using var near = detached.cpu();
        using var dense = near.contiguous();
        dense.WriteBytesToStream(stream, BufferSize);
    }

    /// <summary>The length and the header.</summary>
    private static byte[] ReadStart(FileStream stream)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        if (stream.ReadAtLeast(prefix, PrefixLength, throwOnEndOfStream: false) < PrefixLength)
            throw new FormatException($"it has only {stream.Length} bytes.");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafetensorsHeader.MaxLength || (long)length > stream.Length - PrefixLength)
            throw new FormatException($"it begins with a header length of {length}, which is more than the file or the format has.");
        var start = new byte[PrefixLength + (int)length];
        prefix.CopyTo(start);
        stream.ReadExactly(start.AsSpan(PrefixLength));
        return start;
    }
}
