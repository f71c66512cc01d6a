using System.Runtime.InteropServices;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>TorchScript functions take and give what TorchSharp's do.</summary>
public sealed class ScriptTests : IDisposable
{
    private const string Script =
        """
        def relu_sum(a, b):
            return torch.relu(a + b)
        def add_int(x: Tensor, i: int) -> Tensor:
            return x + i
        def add_float(x: Tensor, d: float) -> Tensor:
            return x + d
        def pick(x: Tensor, flag: bool) -> Tensor:
            return x if flag else -x
        def shifted(x: Tensor, d: float = 2.0) -> Tensor:
            return x + d
        def nothing(x: Tensor) -> Optional[Tensor]:
            return None
        def first_or(x: Optional[Tensor], y: Tensor) -> Tensor:
            return y if x is None else x
        def numbers(x: int, i: int) -> Tuple[int, int]:
            return (x + i, x - i)
        def number(x: float) -> float:
            return x * 2
        def truth(x: Tensor) -> bool:
            return bool(x.sum() > 0)
        def complex_number(x: float) -> complex:
            return complex(x, 2 * x)
        def pair(x: Tensor):
            return x + 1, x + 2
        def triple(x: Tensor):
            return x + 1, x + 2, x + 3
        def five(x: Tensor):
            return x + 1, x + 2, x + 3, x + 4, x + 5
        def six(x: Tensor):
            return x + 1, x + 2, x + 3, x + 4, x + 5, x + 6
        def mixed(x: Tensor, i: int):
            return x, i, None
        def nested(x: Tensor):
            return x, (x + 1, None)
        def list_of(x: Tensor) -> List[Tensor]:
            return [x, x + 1]
        def list_of_numbers(i: int) -> List[int]:
            return [i, i + 1, i + 2]
        def empty_numbers() -> List[int]:
            return []
        def list_of_tuples(x: Tensor):
            return [(x, x + 1), (x + 2, x + 3)]
        def total(xs: List[Tensor]) -> Tensor:
            return torch.stack(xs).sum(0)
        def of_two_lists(xs: List[Tensor], ys: List[Tensor]) -> Tensor:
            return xs[0] + ys[0]
        def text() -> str:
            return "text"
        def same_twice(x: Tensor):
            return x, x
        def chained(x: Tensor, n: int):
            y = torch.stack([x, torch.mul(x, 2.0)])
            return torch.sum(y, [0, n]), y, torch.reshape(y, [n, -1])
        def appended(x: Tensor) -> List[Tensor]:
            found = [x]
            found.append(x + 1)
            return found
        def powers(x: Tensor, n: int) -> Tensor:
            y = torch.ones_like(x)
            for i in range(n):
                y = y * x
            return y
        def layer_norm_backward(dy: Tensor, x: Tensor, shape: int, mean: Tensor, rstd: Tensor, weight: Tensor, bias: Tensor):
            return torch.native_layer_norm_backward(dy, x, [shape], mean, rstd, weight, bias, [True, True, False])

        """;

    private readonly jit.CompilationUnit unit = jit.compile(Script);

    public void Dispose() => unit.Dispose();

    public static TheoryData<string, object[], double> Scalars => new()
    {
        { "add_int", [ones(1), 3], 4 },
        { "add_int", [ones(1), 3L], 4 },
        { "add_int", [ones(1), (Scalar)3L], 4 },
        { "add_float", [ones(1), 0.5], 1.5 },
        { "add_float", [ones(1), 0.5f], 1.5 },
        { "add_float", [ones(1), (Scalar)0.5], 1.5 },
        { "pick", [ones(1), true], 1 },
        { "pick", [ones(1), false], -1 },
        { "shifted", [ones(1)], 3 },
        { "shifted", [ones(1), 1.0], 2 },
        { "first_or", [null!, ones(1)], 1 },
        { "first_or", [zeros(1), ones(1)], 0 },
        { "total", [new[] { ones(1), ones(1), ones(1) }], 3 },
        { "of_two_lists", [new[] { ones(1) }, new[] { ones(1) }], 2 },
        { "powers", [full(1, 2), 5], 32 },
        { "relu_sum", [ones(1), full(1, -3)], 0 },
    };

    [Theory, MemberData(nameof(Scalars))]
    public void Arguments_of_every_kind_arrive(string function, object[] arguments, double expected)
    {
        using var result = unit.invoke<Tensor>(function, arguments);
        Assert.Equal(expected, result.ToDouble());
    }

    [Fact]
    public void A_tuple_of_tensors_is_a_tuple_of_tensors()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2);
        Assert.IsType<(Tensor, Tensor)>(unit.invoke("pair", x));
        Assert.IsType<(Tensor, Tensor, Tensor)>(unit.invoke("triple", x));
        var (first, second) = unit.invoke<(Tensor, Tensor)>("pair", x);
        var three = unit.invoke<(Tensor, Tensor, Tensor)>("triple", x);
        var five = unit.invoke<(Tensor, Tensor, Tensor, Tensor, Tensor)>("five", x);
        var six = unit.invoke<Tensor[]>("six", x);
        Assert.Equal([1, 2], Values(first, second));
        Assert.Equal([1, 2, 3], Values(three.Item1, three.Item2, three.Item3));
        Assert.Equal([1, 2, 3, 4, 5], Values(five.Item1, five.Item2, five.Item3, five.Item4, five.Item5));
        Assert.Equal([1, 2, 3, 4, 5, 6], Values(six));
    }

    [Fact]
    public void Numbers_are_Scalars()
    {
        var (sum, difference) = unit.invoke<(Scalar, Scalar)>("numbers", 3, 1);
        Assert.Equal((4, 2), (sum.ToInt32(), difference.ToInt32()));
        Assert.Equal(ScalarType.Int64, sum.Type);
        Assert.Equal(3.0, unit.invoke<Scalar>("number", 1.5).ToDouble());
        Assert.True(unit.invoke<Scalar>("truth", ones(2)).ToBoolean());
        Assert.Equal(new System.Numerics.Complex(1, 2), unit.invoke<Scalar>("complex_number", 1.0).ToComplexFloat64());
        Assert.Equal([1, 2, 3], unit.invoke<Scalar[]>("list_of_numbers", 1).Select(number => number.ToInt32()));
        Assert.Empty(unit.invoke<Scalar[]>("empty_numbers"));
    }

    [Fact]
    public void Nothing_is_null() => Assert.Null(unit.invoke("nothing", ones(1)));

    [Fact]
    public void A_mixture_holds_objects()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1);
        var (tensor, number, nothing) = unit.invoke<(object, object, object)>("mixed", x, 7);
        Assert.Equal((0.0, 7L), (((Tensor)tensor).ToDouble(), ((Scalar)number).ToInt64()));
        Assert.Null(nothing);
        var (_, inner) = unit.invoke<(object, object)>("nested", x);
        var (one, absent) = ((object, object))inner;
        Assert.Equal(1.0, ((Tensor)one).ToDouble());
        Assert.Null(absent);
    }

    [Fact]
    public void Lists_are_arrays()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1);
        Assert.Equal([0, 1], Values(unit.invoke<Tensor[]>("list_of", x)));
        var tuples = unit.invoke<object[]>("list_of_tuples", x);
        Assert.Equal([0, 2], tuples.Select(tuple => (((Tensor, Tensor))tuple).Item1.ToDouble()));
        Assert.Equal(3.0, unit.invoke<Tensor, Tensor>("total", ones(1), ones(1), ones(1)).ToDouble());
    }

    [Fact]
    public void Operators_follow_each_other()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 3);
        for (var i = 0; i < 3; i++)
        {
            var (sum, stacked, flat) = unit.invoke<(Tensor, Tensor, Tensor)>("chained", x, 1);
            Assert.Equal([6.0, 6.0, 6.0], sum.to(float64).data<double>().ToArray());
            Assert.Equal([2, 2, 3], stacked.shape);
            Assert.Equal([1, 12], flat.shape);
            // What a script appends to is made anew each time.
            Assert.Equal([1, 2], Values(unit.invoke<Tensor[]>("appended", x)));
        }
        var (first, second) = unit.invoke<(Tensor, Tensor)>("same_twice", x);
        first.Dispose();
        Assert.Equal(6.0, second.sum().ToDouble());
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void An_undefined_tensor_is_invalid()
    {
        using var scope = NewDisposeScope();
        var x = randn(3, 8, requires_grad: true);
        var (weight, bias) = (randn(8), zeros(8));
        nn.functional.layer_norm(x, [8], weight, bias).sum().backward();
        using var _ = no_grad();
        var (mean, rstd) = (x.mean([1], keepdim: true), (x.var(1, unbiased: false, keepdim: true) + 1e-5).rsqrt());
        var (dx, dw, db) = unit.invoke<(Tensor, Tensor, Tensor)>("layer_norm_backward", ones(3, 8), x, 8, mean, rstd, weight, bias);
        Assert.True(dx.allclose(x.grad!, rtol: 1e-4, atol: 1e-5));
        Assert.Equal([8], dw.shape);
        Assert.True(db.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => db.shape);
        db.Dispose();
    }

    [Fact]
    public void Autograd_sees_through_a_function()
    {
        using var scope = NewDisposeScope();
        var x = full(1, 3.0, requires_grad: true);
        unit.invoke<Tensor>("powers", x, 3).backward();
        Assert.Equal(27.0, x.grad!.ToDouble());
        using (no_grad())
            Assert.False(unit.invoke<Tensor>("powers", x, 3).requires_grad);
    }

    [Fact]
    public void Results_belong_to_the_scope()
    {
        using var x = ones(1);
        var before = Tensor.TotalCount;
        using (NewDisposeScope())
        {
            unit.invoke("pair", x);
            unit.invoke("list_of", x);
            unit.invoke("nested", x);
        }
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory]
    [InlineData("def f(x):\n  return x +\n", "return x +")]
    [InlineData("def f(x):\n  return torch.no_such_function(x)\n", "no_such_function")]
    [InlineData("def f(x):\n  return y\n", "undefined value y")]
    [InlineData("this is no code", "")]
    public void A_text_that_is_no_script_is_an_ExternalException(string script, string part)
    {
        var error = Assert.Throws<ExternalException>(() => jit.compile(script));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add_int", "Expected a value of type 'int'")]
    [InlineData("powers", "missing value for argument 'n'")]
    [InlineData("no_such_function", "no_such_function")]
    public void A_wrong_call_is_an_ExternalException(string function, string part)
    {
        object[] arguments = function == "add_int" ? [ones(1), 1.5] : [ones(1)];
        var error = Assert.Throws<ExternalException>(() => unit.invoke(function, arguments));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fails_inside_names_the_operation()
    {
        var error = Assert.Throws<ExternalException>(() => unit.invoke("relu_sum", ones(2), ones(3)));
        Assert.Contains("size of tensor a (2)", error.Message, StringComparison.Ordinal);
        using var after = unit.invoke<Tensor>("relu_sum", ones(2), ones(2));
        Assert.Equal(4.0, after.sum().ToDouble());
    }

    [Fact]
    public void Types_that_do_not_pass_are_refused()
    {
        Assert.Throws<NotImplementedException>(() => unit.invoke("add_int", ones(1), "three"));
        Assert.Throws<NotImplementedException>(() => unit.invoke("text"));
        Assert.Throws<ArgumentNullException>(() => unit.invoke("total", [new Tensor[] { null! }]));
        Assert.Throws<ArgumentNullException>(() => unit.invoke(""));
        Assert.Throws<ArgumentNullException>(() => jit.compile(""));
    }

    [Fact]
    public void A_disposed_unit_cannot_be_called()
    {
        var other = jit.compile("def f(x):\n  return x + 1\n");
        using (var y = other.invoke<Tensor>("f", ones(1)))
            Assert.Equal(2.0, y.ToDouble());
        other.Dispose();
        other.Dispose();
        Assert.Throws<ObjectDisposedException>(() => other.invoke("f", ones(1)));
    }

    [Fact]
    public void Threads_share_a_unit()
    {
        Parallel.For(0, 8, thread =>
        {
            using var x = full(4, (double)thread);
            for (var i = 0; i < 200; i++)
            {
                using var sum = unit.invoke<Tensor>("powers", x, 2);
                var (plus, minus) = unit.invoke<(Tensor, Tensor)>("pair", x);
                using (plus)
                using (minus)
                    Assert.Equal(4.0 * thread * thread + 4 * (thread + 2), sum.sum().ToDouble() + minus.sum().ToDouble());
            }
        });
    }

    [Fact]
    public void A_call_allocates_little_beside_its_results()
    {
        using var x = ones(4);
        object[] arguments = [x, x];
        object[] one = [x];
        Assert.InRange(Allocation.PerCall(() => unit.invoke<Tensor>("relu_sum", arguments).Dispose()), 0, 32);
        Assert.InRange(Allocation.PerCall(() => Dispose(unit.invoke<(Tensor, Tensor)>("pair", one))), 0, 64);

        static void Dispose((Tensor, Tensor) pair)
        {
            pair.Item1.Dispose();
            pair.Item2.Dispose();
        }
    }

    private static double[] Values(params Tensor[] tensors) => Array.ConvertAll(tensors, tensor => tensor.flatten()[0].ToDouble());
}
