using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>Mails that somebody has to see to, as sentences for staff: the server takes none, or not everybody got one.</summary>
public sealed class OutboxTroubles(Store store, TimeProvider time)
{
    /// <summary>Whoever hasn't settled one by then won't.</summary>
    private const int MostDays = 30;

    private static readonly string[] Columns = ["State", "ReplacedBy", "Missed", "Error"];
    private readonly TableClient table = store.Table(StoredNames.OutboxTable);

    /// <summary>One sentence per kind and reason, the most frequent first; none of mails older than a month.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var sentences = new List<string>();
        var (sent, since) = (MailEntity.Word(MailState.Sent), time.GetUtcNow().AddDays(-MostDays));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Keys.Mail} and PendingSince ge {since} and (State ne {sent} or Missed gt 0)"
        );
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, Columns, cancellation))
        {
            if (Sentence(new StoredRow(table.Name, row)) is { } sentence)
                sentences.Add(sentence);
        }
        return
        [
            .. sentences
                .CountBy(sentence => sentence, StringComparer.Ordinal)
                .OrderByDescending(each => each.Value)
                .ThenBy(each => each.Key, StringComparer.Ordinal)
                .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Value} thư {each.Key}")),
        ];
    }

    private static string? Sentence(StoredRow row) =>
        MailEntity.UnsentState(row) switch
        {
            MailState.Pending => row.Optional("Error") is { Length: > 0 } reason
                ? $"chưa gửi được, đang thử lại: {reason}. Xem: cchc outbox --state pending"
                : null,
            MailState.Failed => "không đến được người nhận. Xem: cchc outbox --state failed",
            MailState.Sent => "chỉ gửi được một phần người nhận. Xem: cchc outbox --state sent",
            MailState.Held or null => null,
        };
}
