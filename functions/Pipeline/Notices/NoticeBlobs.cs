using Azure;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.Notices;

/// <summary>Puts letters where they are looked for.</summary>
internal static class NoticeBlobs
{
    public static async Task PutAsync(
        this Store store,
        Letter letter,
        string docx,
        string html,
        CancellationToken cancellation
    )
    {
        await Tracing.StepAsync(
            Spans.WriteDocx,
            () =>
                PutAsync(
                    store,
                    docx,
                    BinaryData.FromBytes(LetterDocx.Write(letter)),
                    LetterDocx.ContentType,
                    cancellation
                )
        );
        await Tracing.StepAsync(
            Spans.WriteHtml,
            () =>
                PutAsync(
                    store,
                    html,
                    BinaryData.FromString(LetterHtml.Write(letter)),
                    LetterHtml.ContentType,
                    cancellation
                )
        );
    }

    /// <summary>The page of a letter; null where there is none.</summary>
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

    private static async Task PutAsync(
        Store store,
        string path,
        BinaryData content,
        string type,
        CancellationToken cancellation
    )
    {
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type } };
        await store.Container(StoredNames.Notices).GetBlobClient(path).UploadAsync(content, options, cancellation);
    }
}
