using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adagrad
{
    /// <summary>What the optimizer remembers of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor sum = null!;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose()
        {
            sum?.Dispose();
        }

        public override void to(Device device)
        {
            Move(ref sum!, device);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            Load(reader, sum);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            sum.Save(writer);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref sum!, other.sum);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state &&
            step == state.step &&
            Close(sum, state.sum);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Reset(ref sum!);
            sum.fill_(((Options)options).initial_accumulator_value!.Value);
        }
    }
}
