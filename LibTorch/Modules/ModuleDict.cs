using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules by name, in the order in which they were added.</summary>
    public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
    {
        private readonly OrderedDict<string, T> _dict = new();

        public ModuleDict() : base("ModuleDict")
        {
        }

        public int Count => _dict.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _dict.Keys;

        public ICollection<T> Values => _dict.Values;

        public T this[string key]
        {
            get => _dict[key];
            set => Change(() => _dict[key] = value);
        }

        public (string, T) this[int index]
        {
            get => _dict[index];
            set => Change(() => _dict[index] = value);
        }

        public void clear() => Clear();

        public IEnumerator<(string, T)> items() => GetEnumerator();

        public IEnumerable<string> keys() => _dict.keys();

        public IEnumerable<T> values() => _dict.values();

        public void Add((string, T) item) => Change(() => _dict.Add(item));

        public void Add(string key, T value) => Change(() => _dict.Add(key, value));

        public void Add(KeyValuePair<string, T> item) => Change(() => _dict.Add(item));

        public bool Contains((string, T) item) => _dict.Contains(item);

        public bool Contains(KeyValuePair<string, T> item) => _dict.Contains(item);

        public void CopyTo((string, T)[] array, int arrayIndex) => _dict.CopyTo(array, arrayIndex);

        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _dict.CopyTo(array, arrayIndex);

        public int IndexOf((string, T) item) => _dict.IndexOf(item);

        public void Insert(int index, (string, T) item) => Change(() => _dict.Insert(index, item));

        public bool Remove((string, T) item) => Change(() => _dict.Remove(item));

        public bool Remove(string key) => Change(() => _dict.Remove(key));

        public bool Remove(KeyValuePair<string, T> item) => Change(() => _dict.Remove(item));

        public void RemoveAt(int index) => Change(() => _dict.RemoveAt(index));

        public bool ContainsKey(string key) => _dict.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _dict.TryGetValue(key, out value);

        public void Clear() => Change(_dict.Clear);

        public IEnumerator<(string, T)> GetEnumerator() => _dict.GetEnumerator();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, T>>)_dict).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents()
        {
        }

        private void Register()
        {
            ClearModules();
            foreach (var (key, module) in _dict)
                register_module(key, module);
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
            /// <summary>Modules by name, in order.</summary>
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var dictionary = new ModuleDict<T>();
                foreach (var module in modules)
                    dictionary.Add(module);
                return dictionary;
            }
        }
    }
}
