using System.Globalization;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace CCHC.SelfHost.Hosting;

/// <summary>
/// host.json with the official host's names and defaults, unless a comment says otherwise, and this host's own
/// section <c>SelfHost</c>.
/// </summary>
internal sealed record HostSettings
{
    public required string HostId { get; init; }

    /// <summary>extensions.http.routePrefix</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>extensions.queues</summary>
    public required DeliverySettings Queues { get; init; }

    /// <summary>extensions.blobs</summary>
    public required DeliverySettings Blobs { get; init; }

    public QueueMessageEncoding MessageEncoding { get; init; }

    /// <summary>How often a container is listed for new blobs.</summary>
    public TimeSpan BlobPollInterval { get; init; }

    /// <summary>A poll, or one page of a listing, that takes longer is given up and tried again.</summary>
    public TimeSpan PollPatience { get; init; }

    /// <summary>A listener without an answered poll for so long turns health red.</summary>
    public TimeSpan SilenceAllowed { get; init; }

    public static HostSettings From(IConfiguration configuration, string defaultHostId)
    {
        var json = configuration.GetSection(HostJson.Section);
        var queues = json.GetSection("extensions:queues");
        var blobs = json.GetSection("extensions:blobs");
        var own = configuration.GetSection("SelfHost");
        var batchSize = Number(queues, "batchSize", 16, 1, 32);
        var lease = Duration(own, "MessageLease", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2));
        // The official host polls an empty queue once a minute at the slowest: too slow to watch on a laptop.
        var longestPause = Duration(queues, "maxPollingInterval", TimeSpan.FromSeconds(1), DeliverySettings.FirstPause);
        return new()
        {
            HostId = configuration["AzureFunctionsWebHost:hostid"] ?? defaultHostId,
            RoutePrefix = json["extensions:http:routePrefix"] ?? "api",
            Queues = new()
            {
                BatchSize = batchSize,
                NewBatchThreshold = Number(queues, "newBatchThreshold", batchSize / 2, 0, int.MaxValue),
                MaxDequeueCount = Number(queues, "maxDequeueCount", 5, 1, int.MaxValue),
                // The official default is 0: five tries within a second, which no outage survives.
                RetryPause = Duration(queues, "visibilityTimeout", TimeSpan.FromSeconds(30), TimeSpan.Zero),
                LongestPause = longestPause,
                Lease = lease,
            },
            Blobs = new()
            {
                BatchSize = Number(blobs, "maxDegreeOfParallelism", 8, 1, 32),
                NewBatchThreshold = 0,
                MaxDequeueCount = Number(blobs, "poisonBlobThreshold", 5, 1, int.MaxValue),
                RetryPause = Duration(own, "BlobRetryPause", TimeSpan.Zero, TimeSpan.Zero),
                LongestPause = longestPause,
                Lease = lease,
            },
            MessageEncoding = queues["messageEncoding"]?.ToUpperInvariant() switch
            {
                null or "BASE64" => QueueMessageEncoding.Base64,
                "NONE" => QueueMessageEncoding.None,
                var other => throw new SetupException(
                    $"{queues.Path}:messageEncoding is {other}: write base64 or none."
                ),
            },
            BlobPollInterval = Duration(
                own,
                "BlobPollInterval",
                TimeSpan.FromSeconds(1),
                TimeSpan.FromMilliseconds(10)
            ),
            PollPatience = Duration(own, "PollPatience", TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(100)),
            SilenceAllowed = Duration(own, "SilenceAllowed", TimeSpan.FromMinutes(2), TimeSpan.FromMilliseconds(100)),
        };
    }

    private static int Number(IConfigurationSection section, string key, int otherwise, int min, int max) =>
        section[key] is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= min
        && number <= max
            ? number
        : throw new SetupException($"{section.Path}:{key} is {text}: write a whole number from {min} to {max}.");

    private static TimeSpan Duration(IConfigurationSection section, string key, TimeSpan otherwise, TimeSpan min) =>
        section[key] is not { } text ? otherwise
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= min ? duration
        : throw new SetupException($"{section.Path}:{key} is {text}: write hh:mm:ss, at least {min:c}.");
}
