using System.Reflection;
using System.Text.Json;
using CCHC.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.EndToEnd.Tests.Deployed;

public sealed class TriggerListTests
{
    /// <summary>
    /// What a deployment rests on. A renamed function loses its queued messages and its event subscription, a renamed
    /// queue or path what lies in it, a route its callers.
    /// </summary>
    [Fact]
    public void Every_function_is_set_off_as_approved() => Approved(Trigger.Table(Declared()));

    /// <summary>Without one of them the Functions host refuses to start the function.</summary>
    [Fact]
    public void The_settings_for_a_laptop_name_what_the_triggers_name()
    {
        var path = Path.Combine(PublishedApp.Root(), "functions", "App", "local.settings.example.json");
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        var set = file.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name).ToList();
        var named = Declared()
            .SelectMany(trigger => (string[])[trigger.Connection, Setting(trigger.On)])
            .Where(name => name.Length > 0)
            .Distinct()
            .ToList();
        named.Except(set).ShouldBeEmpty();
        set.Except(named).ShouldBe(["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "AzureWebJobsDisableHomepage"]);
    }

    /// <summary>Compares with triggers.approved.txt in this folder.</summary>
    internal static void Approved(string table) =>
        table.ShouldMatchApproved(
            options =>
                options.NoDiff().WithFilenameGenerator((_, _, type, extension) => $"triggers.{type}.{extension}"),
            "A trigger is not what was approved. If it is meant, copy triggers.received.txt over triggers.approved.txt in "
                + "tests/EndToEnd.Tests/Deployed, and change infra/ and what is deployed accordingly."
        );

    private static IEnumerable<Trigger> Declared() =>
        from type in typeof(Connections).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select Of(function.Name, method);

    /// <summary>A function has one trigger and, in this app, no other binding.</summary>
    private static Trigger Of(string function, MethodInfo method)
    {
        var runs = $"{method.DeclaringType!.Name}.{method.Name}";
        return method
            .GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes())
            .Where(IsBinding)
            .Single() switch
        {
            TimerTriggerAttribute timer => new(function, "timer", On(timer), "", "", runs),
            BlobTriggerAttribute blob => new(
                function,
                "blob",
                blob.BlobPath,
                $"{blob.Source}",
                blob.Connection ?? "",
                runs
            ),
            QueueTriggerAttribute queue => new(function, "queue", queue.QueueName, "", queue.Connection ?? "", runs),
            HttpTriggerAttribute http => new(function, "http", On(http), "", "", runs),
            var other => throw new NotSupportedException($"{function}: {other.GetType()} has no column in this table"),
        };
    }

    private static string Setting(string on) => on is ['%', .. var name, '%'] ? name : "";

    private static bool IsBinding(Attribute attribute) =>
        attribute.GetType().Namespace!.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal);

    private static string On(TimerTriggerAttribute timer) =>
        $"{timer.Schedule}{(timer.RunOnStartup ? " and at start" : "")}{(timer.UseMonitor ? "" : " unmonitored")}";

    private static string On(HttpTriggerAttribute http) =>
        $"{string.Join(',', http.Methods ?? [])} /{http.Route} ({http.AuthLevel})";
}
