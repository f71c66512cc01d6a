// Tests count live tensors, set the engine's seed and write to the console: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
