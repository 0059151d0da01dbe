using System.Net;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace CCHC.Pipeline.Outbox.Delivery;

/// <summary>Makes of a stored mail the message that is sent: plain text beside HTML, files, headers in Vietnamese.</summary>
internal sealed class MailComposer(MendDocuments documents, IOptions<MailSettings> settings)
{
    private const int BytesPerMegabyte = 1 << 20;

    /// <summary>Composes a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="body">The empty body that it gets.</param>
    /// <param name="cancellation">Stops reading files.</param>
    /// <exception cref="UnreadableException">A file that should go with it can't be had; it may be, later.</exception>
    /// <exception cref="InvalidDataException">It never can.</exception>
    public async Task<MimeMessage> ComposeAsync(StoredMail mail, Multipart body, CancellationToken cancellation)
    {
        var own = settings.Value;
        var message = new MimeMessage();
        if (MailboxAddress.TryParse(own.From, out var from))
            message.From.Add(new MailboxAddress(own.FromName, from.Address));
        if (MailboxAddress.TryParse(own.ReplyTo, out var replyTo))
            message.ReplyTo.Add(replyTo);
        message.To.AddRange(Mailboxes(mail, copies: false));
        message.Cc.AddRange(Mailboxes(mail, copies: true));
        message.Subject = mail.Subject;
        message.MessageId = mail.MessageId;
        message.Date = TimeZoneInfo.ConvertTime(mail.CreatedAt, VietnamTime.Zone);
        // RFC 3834: no out-of-office notes back to us.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        await FillAsync(body, mail, cancellation);
        message.Body = body;
        return message;
    }

    private static IEnumerable<MailboxAddress> Mailboxes(StoredMail mail, bool copies) =>
        mail
            .Recipients.Where(recipient => recipient.IsCopy == copies && IsWritten(recipient))
            .Select(recipient => MailboxAddress.Parse(recipient.Address));

    /// <summary>An address that may not be written to isn't shown to the others either.</summary>
    private static bool IsWritten(Recipient recipient) =>
        recipient.State is not RecipientState.NotAllowed && MailboxAddress.TryParse(recipient.Address, out _);

    private async Task FillAsync(Multipart body, StoredMail mail, CancellationToken cancellation)
    {
        var (files, tooLarge) = await FilesAsync(mail, cancellation);
        var note = tooLarge.Count == 0 ? "" : $"Tệp quá lớn, không đính kèm được: {string.Join(", ", tooLarge)}.";
        var html = mail.Html;
        if (note.Length > 0)
            html = html.Replace("</body>", $"<p>{WebUtility.HtmlEncode(note)}</p></body>", StringComparison.Ordinal);
        body.Add(
            new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = note.Length == 0 ? mail.Text : $"{mail.Text}\n{note}\n" },
                new TextPart(TextFormat.Html) { Text = html },
            }
        );
        foreach (var file in files)
            body.Add(file);
    }

    private async Task<(List<MimePart> Files, List<string> TooLarge)> FilesAsync(
        StoredMail mail,
        CancellationToken cancellation
    )
    {
        var (files, tooLarge) = (new List<MimePart>(), new List<string>());
        long room = settings.Value.MaximumAttachmentMB * BytesPerMegabyte;
        foreach (var attachment in mail.Attachments)
        {
            var content = await ReadAsync(attachment, cancellation);
            if (content.Length > room)
            {
                tooLarge.Add(attachment.FileName);
                continue;
            }
            room -= content.Length;
            files.Add(Part(attachment, content));
        }
        return (files, tooLarge);
    }

    private static MimePart Part(Attachment attachment, byte[] content) =>
        new(ContentType.Parse(MimeTypes.GetMimeType(attachment.FileName)))
        {
            Content = new MimeContent(new MemoryStream(content)),
            ContentDisposition = new(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = attachment.FileName,
        };

    private async Task<byte[]> ReadAsync(Attachment attachment, CancellationToken cancellation)
    {
        var (container, path) = (attachment.Container, attachment.Path);
        try
        {
            return (await documents.ReadAsync(container, path, cancellation)).ToArray();
        }
        catch (UnreadableException gone) when (Paths.DocumentOf(container, path) is null)
        {
            throw new InvalidDataException($"không còn tệp đính kèm {container}/{path}", gone);
        }
    }
}
