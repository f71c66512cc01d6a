using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Other types and devices: what changes is replaced, wherever the module keeps it.
        public partial class Module
        {
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckFloating(dtype);
                InitializeDeviceType(device.type);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                InitializeDeviceType(deviceType);
                _toEpilog(deviceType, deviceIndex, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckFloating(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            public Module _to(Tensor other, bool non_blocking)
            {
                ArgumentNullException.ThrowIfNull(other);
                return _to(other.device, other.dtype, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    if (device is null)
                        child._to(dtype!.Value, non_blocking);
                    else if (dtype is null)
                        child._to(device.type, device.index, non_blocking);
                    else
                        child._to(device, dtype.Value, non_blocking);
                }

                Dictionary<Tensor, Tensor>? replaced = null;
                foreach (var (parameterName, parameter) in named_parameters(false).ToList())
                {
                    if (!ReplaceParameter(dtype, device, parameter, out var replacement))
                        continue;
                    ConditionallyRegisterParameter(parameterName, replacement);
                    (replaced ??= new(ReferenceEqualityComparer.Instance)).Add(parameter, replacement!);
                }
                foreach (var (bufferName, (buffer, persistent)) in _internal_buffers.ToArray<(string, (Tensor, bool))>())
                {
                    if (!ReplaceBuffer(dtype, device, buffer, out var replacement))
                        continue;
                    ConditionallyRegisterBuffer(bufferName, replacement, persistent);
                    (replaced ??= new(ReferenceEqualityComparer.Instance)).Add(buffer, replacement!);
                }
                if (replaced is not null)
                    Replace(replaced);

                if (device is not null)
                    (_deviceType, _deviceIndex) = (device.type, device.index);
            }

            /// <summary>The buffer of the wanted type and device, if it is not that already; integers stay integers.</summary>
            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                var type = TypeFor(dtype, buffer);
                result = null;
                if (!buffer.Differs(type, device ?? buffer.device))
                    return false;
                result = buffer.to(type, device ?? buffer.device).DetachFromDisposeScope();
                return true;
            }

            /// <summary>The parameter, with its gradient, of the wanted type and device, if it is not that already.</summary>
            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                var type = TypeFor(dtype, param);
                p = null;
                if (!param.Differs(type, device ?? param.device))
                    return false;
                using var _ = no_grad();
                p = new Parameter(param.to(type, device ?? param.device), param.requires_grad);
                p.DetachFromDisposeScope();
                using var grad = param.grad;
                if (grad is not null)
                {
                    using var moved = grad.to(type, device ?? param.device);
                    p.grad = moved;
                }
                return true;
            }

            // Modules keep their tensors in fields beside the registry.
            private void Replace(Dictionary<Tensor, Tensor> replaced)
            {
                foreach (var field in Fields())
                {
                    if (typeof(Tensor).IsAssignableFrom(field.FieldType) && field.GetValue(this) is Tensor held &&
                        replaced.TryGetValue(held, out var replacement))
                    {
                        field.SetValue(this, replacement);
                    }
                }
                foreach (var old in replaced.Keys)
                    old.Dispose();
            }

            private static ScalarType TypeFor(ScalarType? dtype, Tensor tensor) =>
                dtype is { } wanted && (tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;

            private static void CheckFloating(ScalarType dtype)
            {
                if (!is_floating_point(dtype) && !is_complex(dtype))
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
            }
        }
    }
}
