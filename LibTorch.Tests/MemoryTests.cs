using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>What one tensor gives back serves the next one, unharmed, and does not stay for ever.</summary>
public class MemoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(1000)]
    [InlineData(100_000)]
    [InlineData(20_000_000)]
    public void The_next_tensor_has_the_memory_of_the_last(long size)
    {
        var first = empty(size);
        var address = first.Data;
        first.Dispose();
        using var second = empty(size);
        Assert.Equal(address, second.Data);
        Assert.Equal(0, address % 64);
    }

    [Fact]
    public void Neighbours_that_are_free_become_one()
    {
        var tensors = Enumerable.Range(0, 64).Select(_ => empty(1_000_000)).ToArray();
        var addresses = Array.ConvertAll(tensors, tensor => tensor.Data);
        foreach (var tensor in tensors)
            tensor.Dispose();
        using var large = empty(64_000_000);
        Assert.InRange(large.Data, addresses.Min(), addresses.Max());
    }

    [Fact]
    public void No_two_tensors_share_memory()
    {
        Parallel.For(0, 4, thread =>
        {
            var random = new Random(thread);
            var held = new List<(Tensor Tensor, int Mark)>();
            for (var step = 0; step < 3000; step++)
            {
                if (held.Count > 60 || (held.Count > 0 && random.Next(3) == 0))
                {
                    var index = random.Next(held.Count);
                    var (tensor, mark) = held[index];
                    held.RemoveAt(index);
                    var numbers = MemoryMarshal.Cast<byte, int>(tensor.bytes);
                    Assert.Equal(-1, numbers.IndexOfAnyExcept(mark));
                    tensor.Dispose();
                }
                else
                {
                    var size = 1L << random.Next(0, 17);
                    var tensor = empty(size + random.Next((int)size), ScalarType.Int32);
                    var mark = thread * 3000 + step;
                    MemoryMarshal.Cast<byte, int>(tensor.bytes).Fill(mark);
                    held.Add((tensor, mark));
                }
            }
            held.ForEach(entry => entry.Tensor.Dispose());
        });
    }

    [Fact]
    public void What_is_long_idle_goes_back_to_the_system()
    {
        const long Large = 100_000_000;
        var before = Resident();
        using (var large = ones(Large))
            Assert.InRange(Resident() - before, Large * 3, Large * 5);
        for (var i = 0; i < 1000; i++)
        {
            // Most of the heap stays unused while a multiple of it is asked for.
            empty(10_000_000).Dispose();
        }
        Assert.InRange(Resident() - before, -Large * 4, Large);
        using var again = ones(Large);
        Assert.Equal(Large, again.sum().ToDouble());
    }

    [Fact]
    public void Too_much_is_an_ExternalException()
    {
        var error = Assert.Throws<ExternalException>(() => empty(1L << 50));
        Assert.Contains("allocate", error.Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => empty(1L << 40));
        using var small = ones(10);
        Assert.Equal(10.0, small.sum().ToDouble());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("system", false)]
    public void The_environment_chooses(string value, bool reserves)
    {
        var library = Path.Combine(AppContext.BaseDirectory, "libtorch_dispatch.so");
        var program = $"import ctypes; ctypes.CDLL('{library}'); print(next(l.split()[1] for l in open('/proc/self/status') if l.startswith('VmSize')))";
        var start = new ProcessStartInfo("python3", ["-c", program]) { RedirectStandardOutput = true };
        start.Environment["NEURALDSL_TENSOR_MEMORY"] = value;
        using var process = Process.Start(start)!;
        var kilobytes = long.Parse(process.StandardOutput.ReadToEnd(), System.Globalization.CultureInfo.InvariantCulture);
        process.WaitForExit();
        Assert.Equal(reserves, kilobytes > 1L << 32);
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
