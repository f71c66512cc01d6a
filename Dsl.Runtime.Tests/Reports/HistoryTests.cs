using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NeuralDsl.Tests.Reports;

public class HistoryTests
{
    private static readonly DateTimeOffset Started = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private static readonly TrainingReport Report = new(
        "Net",
        [
            new(1, new(10, 0.5, [new("accuracy", 0.75, "0.00 %")]), new(4, 0.25, [new("accuracy", 1, "0.00 %"), MetricValue.Undefined("ROC AUC", "0.0000", "")]), TimeSpan.FromSeconds(2)) { LearningRate = 0.1 },
            new(2, new(10, 0.125, [new("accuracy", 1, "0.00 %")]), new(4, double.PositiveInfinity, [new("accuracy", 0.5, "0.00 %"), new("ROC AUC", 0.625, "0.0000")]), TimeSpan.FromSeconds(1.5)) { LearningRate = 0.01 },
        ],
        TimeSpan.FromSeconds(3.5))
    {
        Configuration = new() { Started = Started, Epochs = 2, BatchSize = 5, Seed = 0, TrainingRows = 10, Optimizer = "SGD", Device = "cpu", DType = "Float32" },
    };

    [Fact]
    public void A_table_has_a_row_for_each_epoch()
    {
        using var folder = new TemporaryFolder();
        Report.SaveCsv(folder["history.csv"]);
        Assert.Equal(
            """
            epoch,seconds,training loss,training accuracy,learning rate,validation loss,validation accuracy,validation ROC AUC
            1,2,0.5,0.75,0.1,0.25,1,
            2,1.5,0.125,1,0.01,,0.5,0.625

            """,
            File.ReadAllText(folder["history.csv"]));
    }

    [Fact]
    public void Json_has_an_object_for_each_epoch()
    {
        using var folder = new TemporaryFolder();
        Report.SaveJsonLines(folder["history.jsonl"]);
        var lines = File.ReadAllLines(folder["history.jsonl"]);
        Assert.Equal(
            """{"epoch":1,"seconds":2,"learning rate":0.1,"training":{"rows":10,"loss":0.5,"accuracy":0.75},"validation":{"rows":4,"loss":0.25,"accuracy":1,"ROC AUC":null}}""", lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("validation").GetProperty("loss").ValueKind);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void TensorBoard_reads_the_events()
    {
        using var folder = new TemporaryFolder();
        Report.SaveTensorBoard(folder.Path);
        Assert.Equal(
            [
                "0 0 brain.Event:2", "2 1 loss=0.5", "2 1 accuracy=0.75", "2 1 learning rate=0.1", "3.5 2 loss=0.125", "3.5 2 accuracy=1", "3.5 2 learning rate=0.01",
            ],
            Read(folder["training"]));
        Assert.Equal(
            ["0 0 brain.Event:2", "2 1 loss=0.25", "2 1 accuracy=1", "3.5 2 accuracy=0.5", "3.5 2 ROC AUC=0.625"],
            Read(folder["validation"]));
    }

    // The vectors of RFC 3720, appendix B.4, and the one that every table of checksums has.
    [Theory]
    [InlineData("313233343536373839", 0xE3069283)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", 0x8A9136AA)]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", 0x62A8AB43)]
    [InlineData("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", 0x46DD794E)]
    [InlineData("", 0u)]
    public void The_checksum_is_CRC_32C(string data, uint checksum) => Assert.Equal(checksum, TensorBoardEvents.Checksum(Convert.FromHexString(data)));

    /// <summary>The records of the one event file of a run: seconds since the beginning, step and content.</summary>
    private static List<string> Read(string run)
    {
        var file = Assert.Single(Directory.GetFiles(run, "events.out.tfevents.*"));
        var data = File.ReadAllBytes(file).AsSpan();
        var events = new List<string>();
        while (data.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(data);
            Assert.Equal(Masked(data[..8]), BinaryPrimitives.ReadUInt32LittleEndian(data[8..]));
            var record = data.Slice(12, length);
            Assert.Equal(Masked(record), BinaryPrimitives.ReadUInt32LittleEndian(data[(12 + length)..]));
            events.Add(Event(record));
            data = data[(16 + length)..];
        }
        return events;
    }

    /// <summary>TensorFlow's mask of a checksum, as its format describes it.</summary>
    private static uint Masked(ReadOnlySpan<byte> data)
    {
        var checksum = TensorBoardEvents.Checksum(data);
        return ((checksum >> 15) | (checksum << 17)) + 0xA282EAD8;
    }

    private static string Event(ReadOnlySpan<byte> record)
    {
        var fields = Fields(record);
        var seconds = BinaryPrimitives.ReadDoubleLittleEndian(fields[1]) - Started.ToUnixTimeSeconds();
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{Math.Round(seconds, 3)} {BinaryPrimitives.ReadInt64LittleEndian(fields[2])} ");
        if (fields.TryGetValue(3, out var version))
            return prefix + Encoding.UTF8.GetString(version);
        var value = Fields(Fields(fields[5])[1]);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{Encoding.UTF8.GetString(value[1])}={BinaryPrimitives.ReadSingleLittleEndian(value[2])}");
    }

    /// <summary>The fields of a message by number; a varint as eight bytes.</summary>
    private static Dictionary<int, byte[]> Fields(ReadOnlySpan<byte> message)
    {
        var fields = new Dictionary<int, byte[]>();
        while (message.Length > 0)
        {
            var key = (int)Varint(ref message);
            if ((key & 7) == 0)
            {
                fields.Add(key >> 3, BitConverter.GetBytes(Varint(ref message)));
                continue;
            }
            var length = (key & 7) switch { 1 => 8, 2 => (int)Varint(ref message), 5 => 4, _ => throw new FormatException() };
            fields.Add(key >> 3, message[..length].ToArray());
            message = message[length..];
        }
        return fields;
    }

    private static long Varint(ref ReadOnlySpan<byte> data)
    {
        var (value, shift) = (0L, 0);
        for (; ; shift += 7)
        {
            var next = data[0];
            data = data[1..];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
