using Azure.Data.Tables;

namespace CCHC.Pipeline.Storage;

internal static class OwnCells
{
    /// <summary>The cells that somebody wrote, by name: keys aside, and not those that the service adds itself.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Cells(this TableEntity row) =>
        row.Where(IsOwn).OrderBy(cell => cell.Key, StringComparer.Ordinal);

    private static bool IsOwn(KeyValuePair<string, object?> cell) =>
        cell is { Key: not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"), Value: not null };
}
