using System.Security.Cryptography;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Telling;

/// <summary>
/// Writes to the desk whose file was refused, held back or taken in only partly: once per upload, before its receipt, so
/// that whoever dies between the two does both again.
/// </summary>
public sealed class TellSender(PostMail post, MailCopies posted, Documents documents, Registers registers)
{
    /// <summary>Posts the mail unless it was; nothing for what was accepted, or whose desk has no address.</summary>
    public async Task TellAsync(Receipt receipt, Upload upload, CancellationToken cancellation)
    {
        if (receipt.Outcome is not (Outcome.Refused or Outcome.Quarantined or Outcome.Partly))
            return;
        var day = VietnamTime.DayOf(upload.UploadedAt);
        // Its folder's desk, whoever is named in the file, and also if its unit has ended: it sends under that code.
        var unit = (await registers.GetAsync(cancellation)).Units.Resolve(upload.Code, day);
        if (unit is null || Addresses.Recipients(unit.Mail).Count is 0 or > Units.MailAddresses.Most)
            return;
        var id = MailIds.Receipt(unit.Id, day, MarkOf(upload));
        if (await posted.HasAsync(id, cancellation))
            return;
        var list = new Document(Paths.FaultList(id), FaultsCsv.ContentType, FaultsCsv.Of(receipt));
        await documents.PutAsync(StoredNames.Notices, list, [], cancellation);
        var mail = new Mail(
            id,
            unit.Mail,
            "",
            SenderMail.Subject(receipt, unit),
            SenderMail.Body(receipt, unit),
            [new(StoredNames.Notices, list.Path, "Danh sách lỗi.csv")]
        );
        await post.PostAsync(mail, cancellation);
    }

    /// <summary>The same path and content of the same moment are the same upload.</summary>
    private static string MarkOf(Upload upload)
    {
        var named = $"{Paths.Export(upload.Code, upload.File)}|{upload.ETag}|{upload.Sha256}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 6));
    }
}
