using System.Text.Json;
using CCHC.SelfHost;
using CCHC.Triggers;

namespace CCHC.EndToEnd.Tests.Deployed;

/// <summary>What the official SDK made of the app. Run by ./check where its packages restore.</summary>
public sealed class PublishedAppTests
{
    [Fact(Explicit = true)]
    public void The_official_sdk_sees_the_functions_that_were_approved()
    {
        using var metadata = JsonDocument.Parse(PublishedApp.Read("functions.metadata"));
        TriggerListTests.Approved(Trigger.Table(metadata.RootElement.EnumerateArray().Select(Of).ToList()));
    }

    /// <summary>What runs on a laptop and in tests is what is deployed: by our reflection as by the SDK's.</summary>
    [Fact(Explicit = true)]
    public void Our_own_host_finds_the_same_functions()
    {
        var builder = SelfHostBuilder.For(typeof(TakeInFunctions).Assembly).WithoutHttp();
        builder.Configuration["Data"] = builder.Configuration["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";
        var schedules = new Dictionary<string, string>(StringComparer.Ordinal);
        using var metadata = JsonDocument.Parse(PublishedApp.Read("functions.metadata"));
        var official = metadata.RootElement.EnumerateArray().Select(Of).ToList();
        foreach (var (minute, timer) in official.Where(function => function.Kind == "timer").Index())
        {
            var schedule = schedules.GetValueOrDefault(timer.On) ?? $"0 {minute} * * * *";
            builder.Configuration[timer.On.Trim('%')] = schedules[timer.On] = schedule;
        }
        using var host = builder.Build();

        host.Functions()
            .Select(function => (function.Name, function.Kind, function.On, function.EntryPoint))
            .ShouldBe(
                metadata.RootElement.EnumerateArray().Select(function => Listed(function, Of(function), schedules)),
                ignoreOrder: true
            );
    }

    private static (string Name, string Kind, string On, string EntryPoint) Listed(
        JsonElement function,
        Trigger trigger,
        Dictionary<string, string> schedules
    ) =>
        (
            trigger.Function,
            trigger.Kind,
            schedules.GetValueOrDefault(trigger.On, trigger.On),
            Text(function, "entryPoint")
        );

    [Fact(Explicit = true)]
    public void The_host_finds_our_settings_and_the_way_to_start_the_worker()
    {
        PublishedApp.Read("host.json").ShouldBe(File.ReadAllText(Path.Combine(PublishedApp.Root(), "host.json")));
        using var worker = JsonDocument.Parse(PublishedApp.Read("worker.config.json"));
        var description = worker.RootElement.GetProperty("description");
        Text(description, "language").ShouldBe("dotnet-isolated");
        Text(description, "defaultExecutablePath").ShouldBe("dotnet");
        Text(description, "defaultWorkerPath").ShouldBe("CCHC.Functions.dll");
    }

    /// <summary>Timers and HTTP are the host's own.</summary>
    [Fact(Explicit = true)]
    public void The_host_finds_the_extensions_that_blobs_and_queues_need()
    {
        using var extensions = JsonDocument.Parse(PublishedApp.Read("extensions.json"));
        var found = extensions.RootElement.GetProperty("extensions").EnumerateArray().ToList();
        found
            .Select(extension => Text(extension, "name"))
            .ShouldBe(["AzureStorageBlobs", "AzureStorageQueues", "Startup"], ignoreOrder: true);
        foreach (var extension in found)
            PublishedApp.At(Text(extension, "hintPath"));
    }

    private static Trigger Of(JsonElement function)
    {
        var trigger = function
            .GetProperty("bindings")
            .EnumerateArray()
            .Single(binding => Text(binding, "type").EndsWith("Trigger", StringComparison.Ordinal));
        var kind = Text(trigger, "type")[..^"Trigger".Length];
        return new(
            Text(function, "name"),
            kind,
            On(kind, trigger),
            Text(trigger, "source"),
            Text(trigger, "connection"),
            string.Join('.', Text(function, "entryPoint").Split('.')[^2..])
        );
    }

    private static string On(string kind, JsonElement trigger) =>
        kind switch
        {
            "timer" => Text(trigger, "schedule")
                + (Is(trigger, "runOnStartup", otherwise: false) ? " and at start" : "")
                + (Is(trigger, "useMonitor", otherwise: true) ? "" : " unmonitored"),
            "blob" => Text(trigger, "path"),
            "queue" => Text(trigger, "queueName"),
            "http" => $"{Methods(trigger)} /{Text(trigger, "route")} ({Text(trigger, "authLevel")})",
            _ => throw new NotSupportedException($"{kind} has no column in this table"),
        };

    private static string Methods(JsonElement trigger) =>
        trigger.TryGetProperty("methods", out var methods)
            ? string.Join(',', methods.EnumerateArray().Select(method => method.GetString()))
            : "";

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static bool Is(JsonElement element, string name, bool otherwise) =>
        element.TryGetProperty(name, out var value) ? value.GetBoolean() : otherwise;
}
