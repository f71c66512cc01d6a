using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of pseudorandom numbers.</summary>
    public unsafe class Generator : IDisposable
    {
        private nint handle;

        /// <summary>A generator of its own, on the CPU.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            if (this.device.type != DeviceType.CPU)
                throw new NotSupportedException($"A generator of its own lives on the CPU, not on {this.device}.");
            nint created;
            NativeError.Check(NativeMethods.td_new_generator(seed, &created), nameof(Generator));
            handle = created;
        }

        private Generator(nint handle, Device device)
        {
            this.handle = handle;
            this.device = device;
        }

        ~Generator() => Dispose(false);

        public IntPtr Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Generator));

        public Device device { get; }

        /// <summary>The generator that random operations use when they are given none.</summary>
        public static Generator Default => Of(CPU);

        internal static Generator Of(Device device)
        {
            nint found;
            NativeError.Check(NativeMethods.td_default_generator((int)device.type, device.index, &found), nameof(Default));
            return new Generator(found, device);
        }

        public Tensor get_state()
        {
            nint state;
            NativeError.Check(NativeMethods.td_generator_state(Handle, &state), nameof(get_state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            NativeError.Check(NativeMethods.td_generator_set_state(Handle, value.Handle), nameof(set_state));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.td_generator_set_seed(Handle, (ulong)seed), nameof(manual_seed));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Draws a seed from the operating system, sets and returns it.</summary>
        public long seed()
        {
            ulong drawn;
            NativeError.Check(NativeMethods.td_generator_seed(Handle, &drawn), nameof(seed));
            GC.KeepAlive(this);
            return (long)drawn;
        }

        public long initial_seed()
        {
            ulong current;
            NativeError.Check(NativeMethods.td_generator_initial_seed(Handle, &current), nameof(initial_seed));
            GC.KeepAlive(this);
            return (long)current;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var released = Interlocked.Exchange(ref handle, 0);
            if (released != 0)
                NativeMethods.td_free_generator(released);
        }
    }

    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long seed() => random.seed();

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    /// <summary>The state of the default random generators.</summary>
    public static class random
    {
        /// <summary>Seeds the default generators of every device.</summary>
        public static Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.td_manual_seed((ulong)seed), nameof(manual_seed));
            return Generator.Default;
        }

        public static long seed()
        {
            using var generator = Generator.Default;
            return generator.seed();
        }

        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }

        public static Tensor get_rng_state()
        {
            using var generator = Generator.Default;
            return generator.get_state();
        }

        public static void set_rng_state(Tensor new_state)
        {
            using var generator = Generator.Default;
            generator.set_state(new_state);
        }
    }
}
