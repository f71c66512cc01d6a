using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives: a kind of device and its number, -1 for the current one.</summary>
    public class Device
    {
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            if (parts.Length > 2)
                throw new ArgumentException($"'{description}' is not a device: write it like \"cpu\" or \"cuda:0\".", nameof(description));
            type = Parse(parts[0]);
            index = parts.Length == 2 ? ParseIndex(parts[1], description) : Normalize(type, -1);
        }

        public Device(string deviceType, int index = -1)
        {
            type = Parse(deviceType);
            this.index = Normalize(type, index);
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = Normalize(type, index);
        }

        /// <summary>A CUDA device.</summary>
        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; } = DeviceType.CPU;

        public int index { get; } = -1;

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index == -1 ? name : $"{name}:{index}";
        }

        // There is one CPU, which libtorch calls by no number.
        private static int Normalize(DeviceType type, int index) => type == DeviceType.CPU ? -1 : index;

        private static DeviceType Parse(string name) =>
            Enum.TryParse<DeviceType>(name, ignoreCase: true, out var type) && !char.IsDigit(name[0])
                ? type
                : throw new ArgumentException($"'{name}' is not a kind of device.", nameof(name));

        private int ParseIndex(string text, string description) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? Normalize(type, number)
                : throw new ArgumentException($"'{description}' has no device number after the colon.", nameof(description));
    }

    /// <summary>The processor.</summary>
    public static Device CPU = new(DeviceType.CPU);

    /// <summary>A device without memory: shapes and types only.</summary>
    public static Device META = new(DeviceType.META);

    public static Device CUDA => TryInitializeDeviceType(DeviceType.CUDA)
        ? new Device(DeviceType.CUDA)
        : throw new InvalidOperationException("CUDA is not available.");

    public static Device MPS => new(DeviceType.MPS);

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);
}
