using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The JSON at the beginning of a safetensors file: where each tensor is, and texts about them.</summary>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The largest header that the reference implementation reads.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>The text that holds the SHA-256 of the whole file, computed with zeros in its place; files from elsewhere have none.</summary>
    public const string Digest = "neuraldsl.sha256";

    /// <summary>What stands in the place of the digest while it is computed.</summary>
    public static string NoDigest { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    private const string MetadataName = "__metadata__";

    /// <summary>Lays the tensors out without gaps: the widest elements first, so that each begins at a multiple of its elements' size.</summary>
    public static SafetensorsHeader Of(IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var entries = new Dictionary<string, SafetensorsEntry>();
        var end = 0L;
        foreach (var (name, tensor) in tensors.OrderByDescending(tensor => SafetensorsTypes.Of(tensor.Value.dtype).Size).ThenBy(tensor => tensor.Key, StringComparer.Ordinal))
        {
            var length = checked(tensor.numel() * SafetensorsTypes.Of(tensor.dtype).Size);
            entries.Add(name, new(tensor.dtype, [.. tensor.shape], end, length));
            end = checked(end + length);
        }
        return new(entries, metadata);
    }

    /// <summary>The header as bytes: its length is a multiple of 8.</summary>
    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (Metadata.Count > 0)
            {
                json.WriteStartObject(MetadataName);
                foreach (var (key, value) in Metadata)
                    json.WriteString(key, value);
                json.WriteEndObject();
            }
            foreach (var (name, entry) in Entries)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", SafetensorsTypes.Of(entry.Type).Name);
                WriteNumbers(json, "shape", entry.Shape);
                WriteNumbers(json, "data_offsets", [entry.Begin, entry.Begin + entry.Length]);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, .. Encoding.ASCII.GetBytes(new string(' ', -buffer.WrittenCount & 7))];
    }

    /// <exception cref="FormatException">The header is not one, or does not describe <paramref name="dataLength"/> bytes.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var header = Read(document.RootElement);
            header.CheckLayout(dataLength);
            return header;
        }
        // The second: a text that is no Unicode. The third: sizes that overflow.
        catch (Exception e) when (e is JsonException or InvalidOperationException or OverflowException)
        {
            throw new FormatException("its header is not what the format asks for.", e);
        }
    }

    private static SafetensorsHeader Read(JsonElement root)
    {
        Require(root.ValueKind == JsonValueKind.Object, "its header is no JSON object.");
        var entries = new Dictionary<string, SafetensorsEntry>();
        var metadata = new Dictionary<string, string>();
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name == MetadataName)
            {
                foreach (var text in property.Value.EnumerateObject())
                    Require(text.Value.ValueKind == JsonValueKind.String && metadata.TryAdd(text.Name, text.Value.GetString()!), $"its {MetadataName} are not texts by name.");
            }
            else
            {
                Require(entries.TryAdd(property.Name, ReadEntry(property.Name, property.Value)), $"it has two tensors '{property.Name}'.");
            }
        }
        return new(entries, metadata);
    }

    private static SafetensorsEntry ReadEntry(string name, JsonElement element)
    {
        Require(
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty("dtype", out _) && element.TryGetProperty("shape", out _) && element.TryGetProperty("data_offsets", out _),
            $"its tensor '{name}' lacks dtype, shape or data_offsets.");
        var dtype = element.GetProperty("dtype").GetString() ?? "";
        var (type, size) = SafetensorsTypes.Find(dtype) ?? throw new FormatException($"its tensor '{name}' is of dtype {dtype}, which is none of {SafetensorsTypes.Names}.");
        var shape = ReadNumbers(name, element.GetProperty("shape"));
        var offsets = ReadNumbers(name, element.GetProperty("data_offsets"));
        Require(offsets.Length == 2 && offsets[0] <= offsets[1], $"the data_offsets of its tensor '{name}' are no range.");
        var length = shape.Aggregate((long)size, (product, axis) => checked(product * axis));
        Require(length == offsets[1] - offsets[0], $"its tensor '{name}' has {offsets[1] - offsets[0]} bytes, but {dtype} [{string.Join(',', shape)}] are {length}.");
        return new(type, shape, offsets[0], length);
    }

    private static ImmutableArray<long> ReadNumbers(string name, JsonElement element)
    {
        var numbers = ImmutableArray.CreateBuilder<long>();
        foreach (var number in element.EnumerateArray())
        {
            Require(number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) && value >= 0, $"its tensor '{name}' has a size or an offset that is no whole number from 0.");
            numbers.Add(number.GetInt64());
        }
        return numbers.ToImmutable();
    }

    /// <summary>Every byte after the header belongs to one tensor.</summary>
    private void CheckLayout(long dataLength)
    {
        var end = 0L;
        foreach (var (name, entry) in Entries.OrderBy(entry => entry.Value.Begin).ThenBy(entry => entry.Value.Length))
        {
            Require(entry.Begin == end, $"its tensor '{name}' begins at byte {entry.Begin} and not where the one before ends, at {end}.");
            end = checked(end + entry.Length);
        }
        Require(end == dataLength, $"its tensors are {end} bytes, but {dataLength} follow the header.");
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableArray<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new FormatException(problem);
    }
}
