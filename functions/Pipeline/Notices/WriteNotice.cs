using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Notices;

/// <summary>Writes one unit's draft notice from its frozen figures: twice is the same as once, byte for byte.</summary>
public sealed partial class WriteNotice(
    Store store,
    Registers registers,
    ReviewTable reviews,
    PoisonMarks marks,
    PeriodScheme scheme,
    ILogger<WriteNotice> log
)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes DOCX and HTML.</summary>
    /// <exception cref="InvalidDataException">The message names no reviewed unit.</exception>
    public async Task WriteAsync(NoticeMessage message, CancellationToken cancellation)
    {
        var reviewed = await FindAsync(message, cancellation);
        var letter = NoticeText.Compose(reviewed, Authority.On(reviewed.ReviewedOn));
        var container = store.Container(StoredNames.Notices);
        await PutAsync(
            Paths.NoticeDocx(message.Period, message.Unit),
            BinaryData.FromBytes(LetterDocx.Write(letter)),
            Docx
        );
        await PutAsync(
            Paths.NoticeHtml(message.Period, message.Unit),
            BinaryData.FromString(LetterHtml.Write(letter)),
            "text/html; charset=utf-8"
        );
        await marks.ClearAsync(MarkPoisonedNotice.MarkOf(message), cancellation);
        LogWritten(message.Period, message.Unit);

        Task PutAsync(string path, BinaryData content, string type) =>
            container
                .GetBlobClient(path)
                .UploadAsync(
                    content,
                    new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type } },
                    cancellation
                );
    }

    private async Task<ReviewedUnit> FindAsync(NoticeMessage message, CancellationToken cancellation)
    {
        var units = (await registers.GetAsync(cancellation)).Units;
        return
            Period.TryParse(message.Period, scheme, out var period)
            && units.Find(message.Unit) is { } unit
            && await reviews.FindAsync(period, unit, cancellation) is { } reviewed
            ? reviewed
            : throw new InvalidDataException(
                $"No review of {message.Unit} in {message.Period} to write a notice from."
            );
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote the draft notice of {Unit} for {Period}")]
    private partial void LogWritten(string period, string unit);
}
