using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Recovery;

/// <summary>All that a store holds, a line each, read with nothing but the storage's own clients.</summary>
internal static class Everything
{
    /// <summary>Named in docs/recovery.md as left out, or as derived in other bytes.</summary>
    private static readonly string[] NotCompared =
    [
        "exports/",
        "ledger/",
        "notices/mails/",
        "settings/pull/",
        "settings/restored.json",
    ];

    /// <summary>Blobs with content, type and metadata; versions left out, and where receipts of checklists name them.</summary>
    public static async Task<IReadOnlyList<string>> BlobsAsync(string connection)
    {
        var lines = new List<string>();
        var store = Store.Open(connection);
        await foreach (var container in store.Blobs.GetBlobContainersAsync())
        {
            var client = store.Container(container.Name);
            var options = new GetBlobsOptions { Traits = BlobTraits.Metadata };
            await foreach (var blob in client.GetBlobsAsync(options))
            {
                var name = $"{container.Name}/{blob.Name}";
                if (NotCompared.Any(left => name.StartsWith(left, StringComparison.Ordinal)))
                    continue;
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
                var metadata = blob.Metadata.Where(each => !IsOfAVersion(name, each.Key)).OrderBy(each => each.Key);
                lines.Add($"{name} {blob.Properties.ContentType} {Hash(name, content)} {string.Join(' ', metadata)}");
            }
        }
        return lines;
    }

    /// <summary>Rows of all tables with each cell's type; times of the service left out.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(string connection)
    {
        var lines = new List<string>();
        var store = Store.Open(connection);
        await foreach (var table in store.TableService.QueryAsync())
        {
            await foreach (var row in store.Table(table.Name).QueryAsync<TableEntity>())
            {
                var cells = row.Where(cell => cell.Key is not ("odata.etag" or "Timestamp"))
                    .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                    .Select(cell =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{cell.Key}={cell.Value}:{cell.Value.GetType().Name}"
                        )
                    );
                lines.Add($"{table.Name} {string.Join(' ', cells)}");
            }
        }
        return lines;
    }

    private static bool IsOfAVersion(string name, string key) =>
        (name.StartsWith("receipts/checklists/", StringComparison.Ordinal) && key is ("checklistetag" or "contentmd5"))
        || (name.StartsWith("checklists/", StringComparison.Ordinal) && key == "uploadedat");

    private static string Hash(string name, byte[] content)
    {
        if (
            !name.StartsWith("receipts/checklists/", StringComparison.Ordinal)
            || !name.EndsWith(".json", StringComparison.Ordinal)
        )
            return Convert.ToHexStringLower(SHA256.HashData(content));
        var receipt = System.Text.Json.Nodes.JsonNode.Parse(content)!.AsObject();
        receipt.Remove("etag").ShouldBeTrue();
        return receipt.ToJsonString();
    }
}
