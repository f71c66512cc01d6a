// The default random generator and the count of live tensors belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
