using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Parameters by name, in the order in which they were added.</summary>
    public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
    {
        private readonly OrderedDict<string, Parameter> _dict = new();

        public ParameterDict() : base("ParameterDict")
        {
        }

        public int Count => _dict.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _dict.Keys;

        public ICollection<Parameter> Values => _dict.Values;

        public Parameter this[string key]
        {
            get => _dict[key];
            set => Change(() => _dict[key] = value);
        }

        public (string, Parameter) this[int index]
        {
            get => _dict[index];
            set => Change(() => _dict[index] = value);
        }

        public void clear() => Clear();

        public IEnumerator<(string, Parameter)> items() => GetEnumerator();

        public IEnumerable<string> keys() => _dict.keys();

        public IEnumerable<Parameter> values() => _dict.values();

        public void Add((string, Parameter) item) => Change(() => _dict.Add(item));

        public void Add(string key, Parameter value) => Change(() => _dict.Add(key, value));

        public void Add(KeyValuePair<string, Parameter> item) => Change(() => _dict.Add(item));

        public bool Contains((string, Parameter) item) => _dict.Contains(item);

        public bool Contains(KeyValuePair<string, Parameter> item) => _dict.Contains(item);

        public void CopyTo((string, Parameter)[] array, int arrayIndex) => _dict.CopyTo(array, arrayIndex);

        public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => _dict.CopyTo(array, arrayIndex);

        public int IndexOf((string, Parameter) item) => _dict.IndexOf(item);

        public void Insert(int index, (string, Parameter) item) => Change(() => _dict.Insert(index, item));

        public bool Remove((string, Parameter) item) => Change(() => _dict.Remove(item));

        public bool Remove(string key) => Change(() => _dict.Remove(key));

        public bool Remove(KeyValuePair<string, Parameter> item) => Change(() => _dict.Remove(item));

        public void RemoveAt(int index) => Change(() => _dict.RemoveAt(index));

        public bool ContainsKey(string key) => _dict.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _dict.TryGetValue(key, out value);

        public void Clear() => Change(_dict.Clear);

        public IEnumerator<(string, Parameter)> GetEnumerator() => _dict.GetEnumerator();

        IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, Parameter>>)_dict).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents()
        {
        }

        // A conversion replaces the registered parameters.
        protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
        {
            base._toEpilog(dtype, device, non_blocking);
            foreach (var (key, parameter) in _internal_params)
                _dict[key] = parameter;
        }

        private void Register()
        {
            _internal_params.Clear();
            foreach (var (key, parameter) in _dict)
                register_parameter(key, parameter);
        }

        private void Change(Action change) => Change(() =>
        {
            change();
            return true;
        });

        private TValue Change<TValue>(Func<TValue> change)
        {
            var result = change();
            Register();
            return result;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Parameters by name, in order.</summary>
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
            {
                var dictionary = new ParameterDict();
                foreach (var parameter in parameters)
                    dictionary.Add(parameter);
                return dictionary;
            }
        }
    }
}
