namespace NeuralDsl;

/// <summary>Finds the frequent pairs of neighbours in pieces of text, and counts again only where a pair was joined.</summary>
/// <param name="pieces">The ids of every piece, and how often it occurs.</param>
internal sealed class BytePairTraining(IEnumerable<(List<int> Parts, int Count)> pieces)
{
    private readonly List<(List<int> Parts, int Count)> pieces = [.. pieces];
    private readonly Dictionary<(int Left, int Right), long> counts = [];

    // The pieces that have had a pair; some may have it no longer.
    private readonly Dictionary<(int Left, int Right), HashSet<int>> places = [];

    // Counts that have changed since are passed over when they come up.
    private readonly PriorityQueue<((int Left, int Right) Pair, long Count), (long Rarity, int Left, int Right)> queue = new();

    /// <summary>The pairs in the order in which they are joined.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="firstId">The id of the first.</param>
    public List<(int Left, int Right)> Run(int limit, int firstId)
    {
        for (var i = 0; i < pieces.Count; i++)
            Count(i, sign: 1);
        foreach (var pair in counts.Keys)
            Enqueue(pair);

        var joined = new List<(int Left, int Right)>();
        while (joined.Count < limit && queue.TryDequeue(out var next, out _))
        {
            if (next.Count < 2)
                break;
            if (next.Count != counts[next.Pair])
                continue;
            var changed = new HashSet<(int Left, int Right)>();
            foreach (var place in places[next.Pair])
            {
                changed.UnionWith(Count(place, sign: -1));
                Join(pieces[place].Parts, next.Pair, firstId + joined.Count);
                changed.UnionWith(Count(place, sign: 1));
            }
            joined.Add(next.Pair);
            foreach (var pair in changed)
                Enqueue(pair);
        }
        return joined;
    }

    /// <summary>Writes one id wherever a pair stands, from left to right.</summary>
    public static void Join(List<int> parts, (int Left, int Right) pair, int id)
    {
        var kept = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var isPair = i + 1 < parts.Count && parts[i] == pair.Left && parts[i + 1] == pair.Right;
            parts[kept++] = isPair ? id : parts[i];
            if (isPair)
                i++;
        }
        parts.RemoveRange(kept, parts.Count - kept);
    }

    private void Enqueue((int Left, int Right) pair) => queue.Enqueue((pair, counts[pair]), (-counts[pair], pair.Left, pair.Right));

    /// <summary>Adds the pairs of a piece to the counts, or takes them away; returns them.</summary>
    private HashSet<(int Left, int Right)> Count(int place, int sign)
    {
        var (parts, count) = pieces[place];
        var found = new HashSet<(int Left, int Right)>();
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            var pair = (parts[i], parts[i + 1]);
            counts[pair] = counts.GetValueOrDefault(pair) + (sign * count);
            found.Add(pair);
            if (sign < 0)
                continue;
            if (!places.TryGetValue(pair, out var known))
                places.Add(pair, known = []);
            known.Add(place);
        }
        return found;
    }
}
