using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>What a store holds, for comparing.</summary>
internal static class Contents
{
    /// <summary>Every row of tables but times of processing.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(string connection, params string[] tables)
    {
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await foreach (var entity in Store.Open(connection).Table(table).QueryAsync<TableEntity>())
            {
                var cells = entity
                    .Where(cell => cell.Key is not ("odata.etag" or "Timestamp"))
                    .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                    .Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key}={cell.Value}"));
                rows.Add($"{table} {string.Join(' ', cells)}");
            }
        }
        return rows;
    }

    public static Task<IReadOnlyList<string>> FiguresAsync(string connection) =>
        RowsAsync(connection, StoredNames.KpiTable, StoredNames.KpiDailyTable);

    /// <summary>Name and ETag of every blob.</summary>
    public static async Task<IReadOnlyList<string>> ETagsAsync(string connection, params string[] containers)
    {
        var blobs = new List<string>();
        foreach (var container in containers)
        {
            await foreach (var blob in Store.Open(connection).Container(container).GetBlobsAsync(new GetBlobsOptions()))
                blobs.Add($"{container}/{blob.Name} {blob.Properties.ETag}");
        }
        return blobs;
    }

    public static async Task<int> QueuedAsync(string connection) =>
        (await Store.Open(connection).Queue(StoredNames.NoticesQueue).GetPropertiesAsync())
            .Value
            .ApproximateMessagesCount;
}
