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
