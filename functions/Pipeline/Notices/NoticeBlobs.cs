using System.Text;
using Azure;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.Notices;

/// <summary>Puts letters where they are looked for.</summary>
internal static class NoticeBlobs
{
    /// <summary>The page last: where it is, the letter is written.</summary>
    public static async Task PutAsync(
        this Documents documents,
        Letter letter,
        string docx,
        string html,
        CancellationToken cancellation
    )
    {
        var page = Html(letter, html);
        var word = await Tracing.StepAsync(
            Spans.WriteDocx,
            async () =>
            {
                var written = Docx(letter, docx);
                await documents.PutAsync(StoredNames.Notices, written, [page.Mark], cancellation);
                return written;
            }
        );
        await Tracing.StepAsync(
            Spans.WriteHtml,
            () => documents.PutAsync(StoredNames.Notices, page, [word.Mark], cancellation)
        );
    }

    public static Document Docx(Letter letter, string path) =>
        new(path, LetterDocx.ContentType, LetterDocx.Write(letter));

    public static Document Html(Letter letter, string path) =>
        new(path, LetterHtml.ContentType, Encoding.UTF8.GetBytes(LetterHtml.Write(letter)));

    /// <summary>The page of a letter as it lies there; null where there is none.</summary>
    public static async Task<string?> HtmlAsync(this Store store, string html, CancellationToken cancellation)
    {
        try
        {
            var page = store.Container(StoredNames.Notices).GetBlobClient(html);
            return (await page.DownloadContentAsync(cancellation)).Value.Content.ToString();
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return null;
        }
    }
}
