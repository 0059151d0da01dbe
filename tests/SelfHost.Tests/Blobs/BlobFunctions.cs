using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Tests.Blobs;

public sealed class BlobFunctions(Notes notes)
{
    [Function("TakeIn")]
    public async Task TakeInAsync(
        [BlobTrigger("%Place%/{unit}/{file}", Connection = "Data", Source = BlobTriggerSource.EventGrid)]
            BlobClient blob,
        string unit,
        string file,
        CancellationToken cancellation
    )
    {
        var content = await blob.DownloadContentAsync(cancellation);
        notes.Note($"{unit} | {file} | {content.Value.Content}");
    }
}

public sealed class StreamFunctions(Notes notes)
{
    [Function("ReadStream")]
    public async Task ReadAsync(
        [BlobTrigger("%Place%/{file}")] Stream blob,
        string file,
        CancellationToken cancellation
    )
    {
        using var reader = new StreamReader(blob);
        notes.Note($"{file}: {await reader.ReadToEndAsync(cancellation)}");
    }
}
