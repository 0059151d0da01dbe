namespace CCHC.Pipeline.Storage;

/// <summary>Marks of receipts that can't be read: while one stands, its receipt says nothing.</summary>
internal static class UnreadableReceipts
{
    private const string Prefix = StoredNames.Receipts + "/";

    public static string PlaceOf(string path) => Prefix + path;

    /// <summary>Paths of those marked under a prefix; marks of receipts that are gone go.</summary>
    /// <param name="damages">All marks.</param>
    /// <param name="prefix">What was listed; null for all.</param>
    /// <param name="listed">The receipts' paths.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IReadOnlyList<string>> UnderAsync(
        DamageMarks damages,
        string? prefix,
        HashSet<string> listed,
        CancellationToken cancellation
    )
    {
        var paths = new List<string>();
        foreach (var damage in await damages.ListAsync(cancellation))
        {
            if (!damage.Place.StartsWith(Prefix + prefix, StringComparison.Ordinal))
                continue;
            var path = damage.Place[Prefix.Length..];
            if (listed.Contains(path))
                paths.Add(path);
            else
                await damages.ClearAsync(damage.Place, cancellation);
        }
        return paths;
    }
}
