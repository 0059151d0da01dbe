using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Tests.Worker;

public sealed class WorkerTypesTests
{
    /// <summary>
    /// Written out by hand from the official documentation: all that the app may use of the isolated worker. Whether the
    /// official packages really have each line is asked where they are at hand (OfficialWorkerTests, run by ./check).
    /// </summary>
    private const string MayBeUsed = """
        enum Microsoft.Azure.Functions.Worker.AuthorizationLevel
            Admin = 4
            Anonymous = 0
            Function = 2
            System = 3
            User = 1
        class Microsoft.Azure.Functions.Worker.BlobTriggerAttribute on Parameter
            BlobTriggerAttribute(string blobPath)
            BlobTriggerSource Source { get; set; }
            string BlobPath { get; }
            string? Connection { get; set; }
        enum Microsoft.Azure.Functions.Worker.BlobTriggerSource
            EventGrid = 1
            LogsAndContainerScan = 0
        static class Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication
            FunctionsApplicationBuilder CreateBuilder(string[] args)
        class Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder
            ConfigurationManager Configuration { get; }
            IHost Build()
            IHostEnvironment Environment { get; }
            ILoggingBuilder Logging { get; }
            IServiceCollection Services { get; }
        static class Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilderAspNetCoreExtensions
            FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
        class Microsoft.Azure.Functions.Worker.FunctionAttribute on Method
            FunctionAttribute(string name)
            string Name { get; }
        abstract class Microsoft.Azure.Functions.Worker.FunctionContext
            CancellationToken CancellationToken { get; }
            FunctionDefinition FunctionDefinition { get; }
            IServiceProvider InstanceServices { get; set; }
            string InvocationId { get; }
        abstract class Microsoft.Azure.Functions.Worker.FunctionDefinition
            string Name { get; }
        class Microsoft.Azure.Functions.Worker.HttpTriggerAttribute on Parameter
            AuthorizationLevel AuthLevel { get; }
            HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
            string? Route { get; set; }
            string[]? Methods { get; }
        class Microsoft.Azure.Functions.Worker.QueueTriggerAttribute on Parameter
            QueueTriggerAttribute(string queueName)
            string QueueName { get; }
            string? Connection { get; set; }
        class Microsoft.Azure.Functions.Worker.ScheduleStatus
            DateTime Last { get; set; }
            DateTime LastUpdated { get; set; }
            DateTime Next { get; set; }
            ScheduleStatus()
        class Microsoft.Azure.Functions.Worker.TimerInfo
            ScheduleStatus? ScheduleStatus { get; set; }
            TimerInfo()
            bool IsPastDue { get; set; }
        class Microsoft.Azure.Functions.Worker.TimerTriggerAttribute on Parameter
            TimerTriggerAttribute(string schedule)
            bool RunOnStartup { get; set; }
            bool UseMonitor { get; set; }
            string Schedule { get; }
        """;

    /// <summary>The app is compiled against the official packages too: what isn't there must not be here.</summary>
    [Fact]
    public void The_declared_types_are_those_the_app_may_use() =>
        typeof(FunctionAttribute)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(Signatures.Of)
            .ShouldBe(MayBeUsed.Split('\n'));
}
