using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The state dictionary and its file.
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers by name; the tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (parameterName, parameter) in named_parameters())
                    destination.TryAdd(Key(prefix, parameterName), parameter);
                foreach (var (bufferName, buffer) in named_buffers(true, include_nonpersistent: false))
                    destination.TryAdd(Key(prefix, bufferName), buffer);
                return destination;
            }

            /// <summary>Copies values by name into the parameters and buffers.</summary>
            /// <returns>The names that the source lacks, and those that the module does not know.</returns>
            /// <exception cref="InvalidOperationException">Names differ and <paramref name="strict"/> is set.</exception>
            /// <exception cref="ArgumentException">Shapes differ.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                skip ??= [];
                var destination = state_dict();
                var missing = destination.Keys.Where(key => !source.ContainsKey(key) && !skip.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !destination.ContainsKey(key) && !skip.Contains(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                    throw new InvalidOperationException(
                        $"The loaded state_dict is not identical to the target " +
                        $"dictionary.{Listed("missing", missing)}{Listed("unexpected", unexpected)}");

                foreach (var (key, target) in destination)
                {
                    if (skip.Contains(key) || !source.TryGetValue(key, out var value))
                        continue;
                    if (!target.shape.AsSpan().SequenceEqual(value.shape))
                        throw new ArgumentException($"'{key}' has the shape [{string.Join(", ", value.shape)}] in the state dictionary and [{string.Join(", ", target.shape)}] in the module.");
                    using var _ = no_grad();
                    target.copy_(value);
                }
                return (missing, unexpected);
            }

            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                writer.Write7BitEncodedInt64(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
                writer.Flush();
            }

            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                    throw new FileNotFoundException($"There is no file '{location}' to load a module from.", location);
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Reads a file that <see cref="save(string, IList{string})"/> wrote, here or in TorchSharp.</summary>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                skip ??= [];
                var destination = state_dict();
                var entries = reader.Read7BitEncodedInt64();
                if (strict && entries != destination.Count)
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {destination.Count}, but found {entries} entries.");
                for (long i = 0; i < entries; i++)
                {
                    var key = reader.ReadString();
                    var found = destination.TryGetValue(key, out var target);
                    if (!found && strict)
                        throw new ArgumentException(
                            $"Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'");
                    if (found && !skip.Contains(key))
                        target!.Load(reader);
                    else
                        TensorFile.Skip(reader);
                    loadedParameters?.Add(key, found);
                }
                return this;
            }

            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Makes a module and reads its state from a file.</summary>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);

            private static string Key(string? prefix, string key) => string.IsNullOrEmpty(prefix) ? key : $"{prefix}.{key}";

            private static string Listed(string what, List<string> keys) =>
                keys.Count == 0 ? "" : $" {char.ToUpperInvariant(what[0])}{what[1..]} keys: {string.Join(", ", keys)}.";
        }
    }
}
