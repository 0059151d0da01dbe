using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>Table Outbox: one row per mail, for ever, so that nobody is mailed twice for the same thing.</summary>
public sealed class OutboxTable(Store store)
{
    private readonly TableClient table = store.Table(StoredNames.OutboxTable);

    /// <summary>Adds a mail; false: one with its id is there, and stays as it is.</summary>
    public async Task<bool> AddAsync(StoredMail mail, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(Write(mail), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Null: there is none, or the id is not one that a mail could have.</summary>
    public async Task<StoredMail?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!Keys.IsKey(id))
            return null;
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Mail, id, null, cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>Replaces a mail as it was read, the new ETag included; null: somebody else has changed it.</summary>
    public async Task<StoredMail?> ReplaceAsync(StoredMail mail, CancellationToken cancellation)
    {
        try
        {
            var answer = await table.UpdateEntityAsync(Write(mail), mail.ETag, TableUpdateMode.Replace, cancellation);
            return mail with { ETag = answer.Headers.ETag!.Value };
        }
        catch (RequestFailedException moved) when (moved.Status == 412)
        {
            return null;
        }
    }

    /// <summary>Mails in a state, or all; by id.</summary>
    public async Task<IReadOnlyList<StoredMail>> ListAsync(MailState? state, CancellationToken cancellation)
    {
        var mails = new List<StoredMail>();
        var filter = state is { } wanted
            ? TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Mail} and State eq {Word(wanted)}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Mail}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            mails.Add(Read(entity));
        return mails;
    }

    /// <summary>
    /// How many mails wait, failed or are held: one scan of the partition that brings back the states alone. Those that
    /// another one was posted for are nobody's trouble and left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<MailState, int>> CountUnsentAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Mail} and State ne {Word(MailState.Sent)}");
        var counts = new Dictionary<MailState, int>();
        await foreach (
            var entity in table.QueryAsync<TableEntity>(
                filter,
                select: ["State", "ReplacedBy"],
                cancellationToken: cancellation
            )
        )
        {
            if (string.IsNullOrEmpty(entity.GetString("ReplacedBy")))
                counts[StateOf(entity)] = counts.GetValueOrDefault(StateOf(entity)) + 1;
        }
        return counts;
    }

    /// <summary>Mails whose id begins so, the oldest first.</summary>
    public async Task<IReadOnlyList<StoredMail>> BeginningAsync(string prefix, CancellationToken cancellation)
    {
        var mails = new List<StoredMail>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Keys.Mail} and RowKey ge {prefix} and RowKey lt {prefix + "~"}"
        );
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            mails.Add(Read(entity));
        return [.. mails.OrderBy(mail => mail.CreatedAt)];
    }

    private static MailState StateOf(TableEntity entity) =>
        Enum.Parse<MailState>(entity.GetString("State"), ignoreCase: true);

    /// <summary>Makes a stored mail that waits one that is held until somebody asks for it; false: it doesn't wait.</summary>
    public static bool Hold(TableEntity stored, string why)
    {
        if (stored.GetString("State") != Word(MailState.Pending))
            return false;
        (stored["State"], stored["Error"]) = (Word(MailState.Held), why);
        stored.Remove("LeaseUntil");
        stored.Remove("NextTryAt");
        return true;
    }

    private static string Word(MailState state) => state.ToString().ToLowerInvariant();

    private static TableEntity Write(StoredMail mail) =>
        new(Keys.Mail, Keys.Checked(mail.Id))
        {
            ["To"] = JsonSerializer.Serialize(mail.Recipients, OutboxJson.Default.IReadOnlyListRecipient),
            ["Subject"] = mail.Subject,
            ["Text"] = mail.Text,
            ["Html"] = mail.Html,
            ["Attachments"] = JsonSerializer.Serialize(mail.Attachments, OutboxJson.Default.IReadOnlyListAttachment),
            ["MessageId"] = mail.MessageId,
            ["State"] = Word(mail.State),
            ["Confirmed"] = mail.IsConfirmed,
            ["Tries"] = mail.Tries,
            ["Error"] = mail.Error,
            ["ReplacedBy"] = mail.ReplacedBy,
            ["CreatedAt"] = mail.CreatedAt,
            ["PendingSince"] = mail.PendingSince,
            ["LeaseUntil"] = mail.LeaseUntil,
            ["NextTryAt"] = mail.NextTryAt,
            ["SentAt"] = mail.SentAt,
            ["About"] = mail.About,
            ["TraceParent"] = mail.TraceParent,
        };

    private static StoredMail Read(TableEntity entity) =>
        new()
        {
            Id = entity.RowKey,
            Recipients = JsonSerializer.Deserialize(entity.GetString("To"), OutboxJson.Default.IReadOnlyListRecipient)!,
            Subject = entity.GetString("Subject"),
            Text = entity.GetString("Text"),
            Html = entity.GetString("Html"),
            Attachments = JsonSerializer.Deserialize(
                entity.GetString("Attachments"),
                OutboxJson.Default.IReadOnlyListAttachment
            )!,
            MessageId = entity.GetString("MessageId"),
            State = StateOf(entity),
            Tries = entity.GetInt32("Tries")!.Value,
            Error = entity.GetString("Error"),
            ReplacedBy = entity.GetString("ReplacedBy") ?? "",
            CreatedAt = entity.GetDateTimeOffset("CreatedAt")!.Value,
            PendingSince = entity.GetDateTimeOffset("PendingSince")!.Value,
            LeaseUntil = entity.GetDateTimeOffset("LeaseUntil"),
            NextTryAt = entity.GetDateTimeOffset("NextTryAt"),
            SentAt = entity.GetDateTimeOffset("SentAt"),
            About = entity.GetString("About"),
            TraceParent = entity.GetString("TraceParent"),
            ETag = entity.ETag,
        };
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Recipient>))]
[JsonSerializable(typeof(IReadOnlyList<Attachment>))]
internal sealed partial class OutboxJson : JsonSerializerContext;
