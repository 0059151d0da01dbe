using CCHC.SelfHost.Tests.Http;
using CCHC.SelfHost.Tests.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.SelfHost.Tests.Indexing;

public sealed class FunctionIndexTests
{
    [Fact]
    public void Everything_wrong_is_told_at_once_with_function_and_setting()
    {
        var builder = Builder(typeof(BadFunctions));
        builder.Configuration["AzureWebJobsManaged:accountName"] = "cchc";
        builder.Configuration["AzureWebJobsGiven"] = "UseDevelopmentStorage=true";
        var problem = Should.Throw<InvalidOperationException>(() => builder.Build());
        problem.Message.ShouldMatchApproved(approval => approval.WithFileExtension(".txt"));
    }

    [Fact]
    public void A_setting_stands_in_for_a_schedule()
    {
        var builder = Builder(typeof(TimerFunctions));
        builder.Configuration["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";
        builder.Configuration["Schedule"] = "0 0 * * * *";
        using var host = builder.Build();
        host.Services.GetRequiredService<TimerRunner>().Names.ShouldBe(["Hourly"]);
    }

    [Fact]
    public void A_function_can_be_switched_off()
    {
        var builder = Builder(typeof(TimerFunctions));
        builder.Configuration["AzureWebJobs.Hourly.Disabled"] = "true";
        using var host = builder.Build();
        host.Services.GetRequiredService<TimerRunner>().Names.ShouldBeEmpty();
    }

    [Fact]
    public void Pages_alone_need_no_storage()
    {
        using var host = Builder(typeof(HttpFunctions)).Build();
        host.ShouldNotBeNull();
    }

    [Fact]
    public void A_duration_that_is_none_is_told_with_its_key()
    {
        var builder = Builder(typeof(HttpFunctions));
        builder.Configuration["SelfHost:BlobPollInterval"] = "soon";
        Should
            .Throw<InvalidOperationException>(() => builder.Build())
            .Message.ShouldBe(
                "The host cannot start: SelfHost:BlobPollInterval is soon: write hh:mm:ss, at least 00:00:00.0100000."
            );
    }

    private static SelfHostBuilder Builder(Type functions) => SelfHostBuilder.For(functions);
}
