using Azure.Storage.Blobs;
using CCHC.Pipeline.Checklists;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>Stage Checklists: what the inspecting office uploads.</summary>
public sealed class ChecklistFunctions(TakeInChecklist takeIn)
{
    /// <summary>The blob's own name counts: {file} may contain slashes, as on the official host.</summary>
    [Function("TakeInChecklist")]
    public Task TakeInChecklist(
        [BlobTrigger("checklists/{file}", Connection = Connections.Data, Source = BlobTriggerSource.EventGrid)]
            BlobClient checklist,
        CancellationToken cancellation
    ) => takeIn.TakeInAsync(checklist.Name, cancellation);
}
