using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Timers;

/// <summary>When a timer last ran; a timer that isn't monitored has no blob and remembers nothing.</summary>
internal sealed class TimerStatus(BlobClient? blob = null)
{
    public async Task<ScheduleStatus?> LoadAsync()
    {
        if (blob is null)
            return null;
        try
        {
            var content = await blob.DownloadContentAsync();
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            return null; // Unreadable is as good as never run: the schedule begins anew.
        }
    }

    public Task SaveAsync(ScheduleStatus status) =>
        blob?.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true) ?? Task.CompletedTask;
}
