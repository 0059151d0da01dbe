using System.Text.Json;
using CCHC.Infra.Tests.Template;
using CCHC.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Infra.Tests.Settings;

public class HostJsonTests
{
    private static readonly JsonElement Host = JsonDocument.Parse(Repository.Read("host.json")).RootElement;
    private static readonly JsonElement Queues = Host.GetProperty("extensions").GetProperty("queues");

    /// <summary>Without a prefix the front page would be Azure's own, were it not switched off.</summary>
    [Fact]
    public void The_front_page_is_a_functions()
    {
        Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("");
        foreach (var prediction in Prediction.All)
            prediction.Settings["AzureWebJobsDisableHomepage"].ShouldBe("true");
    }

    [Fact]
    public void Telemetry_of_the_host_goes_where_the_apps_goes()
    {
        Host.GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
        Prediction.Dev.Settings["APPLICATIONINSIGHTS_CONNECTION_STRING"].ShouldContain("ConnectionString");
        Prediction.Dev.Settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"].ShouldContain(";Authorization=AAD");
    }

    /// <summary>The host's default for the pause is none: five tries within a second, which no outage survives.</summary>
    [Fact]
    public void A_message_is_tried_five_times_half_a_minute_apart()
    {
        Queues.GetProperty("maxDequeueCount").GetInt32().ShouldBe(5);
        TimeSpan.Parse(Queues.GetProperty("visibilityTimeout").GetString()!, null).ShouldBe(TimeSpan.FromSeconds(30));
    }

    /// <summary>Uploads of one unit that arrive together contend for its ledger: at the default, 8 a core, four times as long.</summary>
    [Fact]
    public void Four_uploads_are_taken_in_at_once_by_an_instance() =>
        Host.GetProperty("extensions")
            .GetProperty("blobs")
            .GetProperty("maxDegreeOfParallelism")
            .GetInt32()
            .ShouldBe(4);

    /// <summary>The host calls a queue's poison queue by its name and "-poison"; nobody else would empty it.</summary>
    [Fact]
    public void Every_queues_poison_has_a_function_that_marks_it()
    {
        var queues = Function.With<QueueTriggerAttribute>().Select(queue => queue.Trigger.QueueName).ToList();
        var poisonable = queues.Where(queue => !queue.EndsWith("-poison", StringComparison.Ordinal)).ToList();
        poisonable.ShouldBe([StoredNames.NoticesQueue, StoredNames.OutboxQueue], ignoreOrder: true);
        poisonable
            .Select(queue => $"{queue}-poison")
            .Append(StoredNames.BlobPoisonQueue)
            .Except(queues)
            .ShouldBeEmpty();
    }

    /// <summary>An app setting AzureFunctionsJobHost__… would override the file unseen.</summary>
    [Fact]
    public void No_deployment_overrides_it() =>
        Prediction
            .All.SelectMany(prediction => prediction.Settings.Keys)
            .Where(setting => setting.StartsWith("AzureFunctionsJobHost", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();
}
