using CCHC.Infra.Tests.Template;
using CCHC.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Infra.Tests.Stored;

public class StoredNamesTests
{
    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Azure_has_the_containers_that_the_code_names_and_no_other(string name) =>
        Data(name, "blobServices", "containers").ShouldBe(StoredNames.Containers, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Azure_has_the_tables_that_the_code_names_and_no_other(string name) =>
        Data(name, "tableServices", "tables").ShouldBe(StoredNames.Tables, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Azure_has_the_queues_that_the_code_names_and_no_other(string name) =>
        Data(name, "queueServices", "queues").ShouldBe(StoredNames.Queues, ignoreOrder: true);

    /// <summary>Whatever else the host needs it makes itself, with the role it has.</summary>
    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void The_hosts_account_has_the_package_and_the_dead_letters(string name)
    {
        var prediction = Prediction.Of(name);
        prediction
            .Stored("blobServices", "containers", prediction.Account("host"))
            .ShouldBe(["deployments", "event-dead-letters"]);
        prediction
            .OfType("Microsoft.Web/sites")
            .ShouldHaveSingleItem()
            .Text("functionAppConfig.deployment.storage.value")!
            .ShouldEndWith("'deployments')]");
        prediction.Settings["AzureWebJobsStorage__accountName"].ShouldBe(prediction.Account("host").Name);
    }

    [Fact]
    public void What_triggers_watch_is_named_by_the_code_and_lies_in_the_data_account()
    {
        var blobs = Function.With<BlobTriggerAttribute>().ToList();
        var queues = Function.With<QueueTriggerAttribute>().ToList();
        blobs.Select(blob => Container(blob.Trigger)).Except(StoredNames.Containers).ShouldBeEmpty();
        queues.Select(queue => queue.Trigger.QueueName).Except(StoredNames.Queues).ShouldBeEmpty();
        blobs
            .Select(blob => blob.Trigger.Connection)
            .Concat(queues.Select(queue => queue.Trigger.Connection))
            .Distinct()
            .ShouldBe(["Data"]);
        string[] services = ["blob", "queue", "table"];
        foreach (var service in services)
            Prediction
                .Dev.Settings[$"Data__{service}ServiceUri"]
                .ShouldContain($"/{Prediction.Dev.Account("data").Name}', '2024-01-01').primaryEndpoints.{service}]");
    }

    /// <summary>A wrong name in the address is answered 202, and every event is lost.</summary>
    [Fact]
    public void Every_blob_trigger_is_told_of_its_containers_new_blobs()
    {
        var triggers = Function.With<BlobTriggerAttribute>().ToList();
        triggers.ShouldAllBe(blob => blob.Trigger.Source == BlobTriggerSource.EventGrid);
        Prediction
            .Everything.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions")
            .Select(subscription =>
                (
                    Pattern
                        .Find(
                            subscription.Text("destination.properties.endpointUrl")!,
                            @"functionName=Host\.Functions\.\{1\}.*?defaultHostName, '(?<it>\w+)'"
                        )
                        .ShouldHaveSingleItem(),
                    subscription.Text("filter.subjectBeginsWith")!
                )
            )
            .ShouldBe(
                triggers.Select(blob =>
                    (blob.Function, $"/blobServices/default/containers/{Container(blob.Trigger)}/")
                ),
                ignoreOrder: true
            );
    }

    [Fact]
    public void An_event_that_is_given_up_is_put_away_by_an_identity_that_may()
    {
        var subscriptions = Prediction.Everything.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions");
        foreach (var subscription in subscriptions)
        {
            subscription
                .Text("deadLetterWithResourceIdentity.identity.userAssignedIdentity")!
                .ShouldEndWith("-events-id");
            subscription
                .Text("deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName")
                .ShouldBe("event-dead-letters");
        }
        Prediction.Dev.Resources.ShouldNotContain(resource => resource.Type.EndsWith("/eventSubscriptions"));
    }

    private static string Container(BlobTriggerAttribute trigger) => trigger.BlobPath.Split('/')[0];

    private static IReadOnlyList<string> Data(string name, string service, string kind) =>
        Prediction.Of(name).Stored(service, kind, Prediction.Of(name).Account("data"));
}
