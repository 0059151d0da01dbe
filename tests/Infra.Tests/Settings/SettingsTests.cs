using CCHC.Infra.Tests.Template;
using CCHC.Pipeline.Periods;

namespace CCHC.Infra.Tests.Settings;

public class SettingsTests
{
    /// <summary>Asked for, and not to be set.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["Mail__IsDryRun"] = "no setting: it follows from Mail__Host; the binder asks for every property",
    };

    /// <summary>A deployment sets them, and it isn't the pipeline that reads them.</summary>
    private static readonly Dictionary<string, string> ForTheHost = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage__accountName"] = "the Functions host's own storage",
        ["AzureWebJobsStorage__credential"] = "how the host signs in to it",
        ["AzureWebJobsStorage__clientId"] = "as whom",
        ["Data__credential"] = "how the triggers of connection Data sign in; the code knows no other way",
        ["AzureWebJobsDisableHomepage"] = "the front page is a function's",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "where the host and AzureTelemetry send telemetry",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "as whom they sign in there",
    };

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Every_setting_that_the_code_reads_is_set(string name)
    {
        var settings = Prediction.Of(name).Settings;
        using var pipeline = new ConfiguredPipeline(settings);
        var read = pipeline.ReadEverything();
        read.Count.ShouldBeGreaterThan(30);
        read.Except(settings.Keys).Except(LeftOut.Keys).ShouldBeEmpty("the code reads settings that nobody sets");
        LeftOut.Keys.Except(read).ShouldBeEmpty("these may be left out, and nobody reads them any more");
        LeftOut.Keys.Intersect(settings.Keys).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Every_setting_that_is_set_is_read(string name)
    {
        var settings = Prediction.Of(name).Settings;
        using var pipeline = new ConfiguredPipeline(settings);
        settings
            .Keys.Except(pipeline.ReadEverything())
            .Except(ForTheHost.Keys)
            .Except(SchedulesTests.Placeholders)
            .Where(setting => !setting.StartsWith("Pull__Secrets__", StringComparison.Ordinal)) // named by data: SecretsTests
            .ShouldBeEmpty("settings that nobody reads");
        ForTheHost.Keys.Except(settings.Keys).ShouldBeEmpty("the host needs these");
    }

    [Fact]
    public void What_a_deployment_sets_is_what_the_code_would_do_by_itself()
    {
        using var deployed = new ConfiguredPipeline(Prediction.Dev.Settings);
        using var bare = new ConfiguredPipeline([]);
        var options = deployed.Options();
        options.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var (type, byItself) in bare.Options())
            options[type].ShouldBe(byItself, type.Name);
        deployed.Service<PeriodScheme>().ShouldBe(bare.Service<PeriodScheme>());
    }

    [Fact]
    public void Environments_differ_in_values_only()
    {
        Prediction.Prod.Settings.Keys.ShouldBe(Prediction.Dev.Settings.Keys, ignoreOrder: true);
        Prediction
            .Everything.Settings.Keys.Except(Prediction.Dev.Settings.Keys)
            .ShouldAllBe(setting => setting.StartsWith("Pull__Secrets__", StringComparison.Ordinal));
    }

    /// <summary>Flex Consumption refuses the first three; the others would be connection strings, with a key inside.</summary>
    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    [InlineData("AzureWebJobsStorage")]
    [InlineData("Data")]
    public void What_flex_consumption_refuses_or_holds_a_key_is_not_set(string setting) =>
        Prediction.All.ShouldAllBe(prediction => !prediction.Settings.ContainsKey(setting));
}
