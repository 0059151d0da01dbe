using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>A mail as a row of table Outbox.</summary>
internal static class MailEntity
{
    public static TableEntity Of(StoredMail mail) =>
        new TableEntity(Keys.Mail, Keys.Checked(mail.Id))
        {
            ["To"] = JsonSerializer.Serialize(mail.Recipients, OutboxJson.Default.IReadOnlyListRecipient),
            ["Subject"] = mail.Subject,
            ["Text"] = mail.Text,
            ["Html"] = mail.Html,
            ["Attachments"] = JsonSerializer.Serialize(mail.Attachments, OutboxJson.Default.IReadOnlyListAttachment),
            ["MessageId"] = mail.MessageId,
            ["State"] = Word(mail.State),
            ["Confirmed"] = mail.IsConfirmed,
            ["Missed"] = mail.Missed,
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
        }.Marked();

    /// <summary>As it was stored.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static StoredMail Read(StoredRow row) =>
        new()
        {
            Id = row.Key,
            Recipients = Parsed(row, "To", OutboxJson.Default.IReadOnlyListRecipient),
            Subject = row.Text("Subject"),
            Text = row.Text("Text"),
            Html = row.Text("Html"),
            Attachments = Parsed(row, "Attachments", OutboxJson.Default.IReadOnlyListAttachment),
            MessageId = row.Text("MessageId"),
            State = row.Choice<MailState>("State"),
            Tries = row.Whole("Tries"),
            Error = row.Text("Error"),
            ReplacedBy = row.Optional("ReplacedBy"),
            CreatedAt = row.Some<DateTimeOffset>("CreatedAt"),
            PendingSince = row.Some<DateTimeOffset>("PendingSince"),
            LeaseUntil = row.Perhaps<DateTimeOffset>("LeaseUntil"),
            NextTryAt = row.Perhaps<DateTimeOffset>("NextTryAt"),
            SentAt = row.Perhaps<DateTimeOffset>("SentAt"),
            About = row.Has("About") ? row.Text("About") : null,
            TraceParent = row.Has("TraceParent") ? row.Text("TraceParent") : null,
            ETag = row.ETag,
        };

    /// <summary>Null for one that another was posted for: it is nobody's trouble; and for one that doesn't tell.</summary>
    public static MailState? UnsentState(StoredRow row)
    {
        try
        {
            return row.Optional("ReplacedBy").Length > 0 ? null : row.Choice<MailState>("State");
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    public static string Word(MailState state) => state.ToString().ToLowerInvariant();

    private static IReadOnlyList<T> Parsed<T>(StoredRow row, string column, JsonTypeInfo<IReadOnlyList<T>> type)
        where T : class
    {
        var all = row.Parsed(column, row.Text(column), json => JsonSerializer.Deserialize(json, type));
        return all.Contains(null) ? throw row.Unreadable($"cột {column} có mục trống") : all;
    }
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(IReadOnlyList<Recipient>))]
[JsonSerializable(typeof(IReadOnlyList<Attachment>))]
internal sealed partial class OutboxJson : JsonSerializerContext;
