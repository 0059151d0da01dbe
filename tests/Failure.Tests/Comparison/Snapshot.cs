using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Failure.Tests.Harness;
using CCHC.Pipeline.Storage;

namespace CCHC.Failure.Tests.Comparison;

/// <summary>
/// What a store holds when all is done, fact by fact: "place: what" → value. Times of processing, ETags and numbers of
/// tries are left out; ledgers are compared with their journal by <c>rebuild --verify</c>, which knows what they mean.
/// </summary>
internal sealed class Snapshot
{
    /// <summary>Of the processing, not of what was processed.</summary>
    private static readonly string[] NotCompared =
    [
        "odata.etag",
        "Timestamp",
        "ETag",
        "TakenInAt",
        "WithdrawnAt",
        "FinishedAt",
        "NotedAt",
        // Of mails: when and how often they were tried; the id is made of the time of posting.
        "CreatedAt",
        "PendingSince",
        "SentAt",
        "LeaseUntil",
        "NextTryAt",
        "Tries",
        "MessageId",
        "TraceParent",
        // Over all of them; whether it fits is a fact of its own.
        RowMark.Column,
    ];

    private readonly SortedDictionary<string, string> facts = new(StringComparer.Ordinal);

    public static async Task<Snapshot> OfAsync(Office office, bool isOrderFree)
    {
        var snapshot = new Snapshot();
        var store = office.Get<Store>();
        await snapshot.AddBlobsAsync(store, isOrderFree);
        // Who was first to bring a content follows the order of processing.
        var tables = StoredNames.Tables.Where(table => !isOrderFree || table != StoredNames.FingerprintsTable);
        await Task.WhenAll(tables.Select(table => snapshot.AddRowsAsync(store, table, isOrderFree)));
        foreach (var queue in StoredNames.Queues.Where(name => name.EndsWith("-poison", StringComparison.Ordinal)))
            snapshot.Add(queue, "messages", (await store.Queue(queue).PeekMessagesAsync(1)).Value.Length);
        foreach (var mail in office.At.Mails)
            snapshot.Add($"mail to {string.Join(' ', mail.To)}", mail.Message.Subject!, "taken");
        return snapshot;
    }

    /// <summary>A line per fact that differs.</summary>
    public IEnumerable<string> DifferencesTo(Snapshot found)
    {
        foreach (var fact in facts.Keys.Union(found.facts.Keys).Order(StringComparer.Ordinal))
        {
            var (should, does) = (facts.GetValueOrDefault(fact), found.facts.GetValueOrDefault(fact));
            if (should != does && !(should is null && IsLeftClaim(fact)))
                yield return $"{fact}: {Told(does)}, undisturbed {Told(should)}";
        }
    }

    /// <summary>A number that its letter doesn't have any more is free: who asks for it gets it (NumberClaims).</summary>
    private static bool IsLeftClaim(string fact) => fact.StartsWith("notices/numbers/", StringComparison.Ordinal);

    /// <summary>It says when it was written; why, its receipt says, too.</summary>
    private static bool IsWithdrawal(string place) => place.EndsWith(".withdrawn", StringComparison.Ordinal);

    /// <summary>It has a mail's id and when it was posted; what it says, its row says, too.</summary>
    /// <summary>It says when the review was finished, as its last row does.</summary>
    private static bool IsReviewNote(string place) =>
        place.StartsWith($"{StoredNames.Notices}/{Paths.ReviewNotes}", StringComparison.Ordinal);

    private static bool IsCopyOfAMail(string place) => place.StartsWith("notices/mails/", StringComparison.Ordinal);

    private static string Told(string? value) =>
        value is null ? "missing"
        : value.Length > 120 ? value[..120] + "…"
        : value;

    private async Task AddBlobsAsync(Store store, bool isOrderFree)
    {
        var uploads = new HashSet<string>(StringComparer.Ordinal);
        foreach (var container in (string[])[StoredNames.Exports, StoredNames.Checklists])
        {
            await foreach (var blob in store.Container(container).GetBlobsAsync())
            {
                uploads.Add(blob.Properties.ETag!.Value.ToString("G").Trim('"'));
                Add($"{container}/{blob.Name}", "content", Convert.ToHexStringLower(blob.Properties.ContentHash));
            }
        }
        var receipts = new ReceiptFacts(uploads, isOrderFree);
        foreach (
            var container in (string[])
                [
                    StoredNames.Journal,
                    StoredNames.Receipts,
                    StoredNames.Notices,
                    StoredNames.Reports,
                    StoredNames.Settings,
                ]
        )
        {
            var options = new GetBlobsOptions { Traits = BlobTraits.Metadata };
            await foreach (var blob in store.Container(container).GetBlobsAsync(options))
                await AddBlobAsync(store, container, blob, receipts);
        }
    }

    private async Task AddBlobAsync(Store store, string container, BlobItem blob, ReceiptFacts receipts)
    {
        var place = $"{container}/{blob.Name}";
        if (container != StoredNames.Receipts)
        {
            var content =
                IsWithdrawal(place) || IsCopyOfAMail(place) || IsReviewNote(place)
                    ? "there"
                    : Convert.ToHexStringLower(blob.Properties.ContentHash);
            Add(place, "content", content);
            return;
        }
        // Only the JSON says what became of an upload; everything else there is made of it.
        if (!blob.Name.EndsWith(".json", StringComparison.Ordinal))
            return;
        var json = await store.Container(container).GetBlobClient(blob.Name).DownloadContentAsync();
        foreach (var (what, value) in receipts.Of(json.Value.Content.ToString(), blob.Metadata))
            Add(place, what, value);
    }

    private async Task AddRowsAsync(Store store, string table, bool isOrderFree)
    {
        // The row that twins share names the one that was processed last.
        var isOfTheOrder = (string column) => isOrderFree && table == StoredNames.ExportsTable && column is "File";
        await foreach (var row in store.Table(table).QueryAsync<TableEntity>())
        {
            var place = $"{table}/{row.PartitionKey}/{row.RowKey}";
            Add(place, "row", RowMark.Fits(row) ? "there" : "changed by nobody who writes marks");
            foreach (
                var (column, value) in row.Where(cell =>
                    !NotCompared.Contains(cell.Key, StringComparer.Ordinal) && !isOfTheOrder(cell.Key)
                )
            )
                Add(place, column, column is "To" ? WithoutTries(value) : value);
        }
    }

    /// <summary>How often a recipient's mail may have been completed is of the processing, too.</summary>
    private static string WithoutTries(object value) =>
        System.Text.RegularExpressions.Regex.Replace(
            value.ToString()!,
            "\"Unanswered\":\\d+",
            "\"Unanswered\":…",
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private void Add(string place, string what, object? value)
    {
        lock (facts)
            facts[$"{place}: {what}"] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    }
}
