using CCHC.Infra.Tests.Template;

namespace CCHC.Infra.Tests.Deploying;

public class AzdTests
{
    private static readonly string AzureYaml = Repository.Read("azure.yaml");

    [Fact]
    public void The_service_is_the_app_that_carries_its_tag()
    {
        var service = Pattern.Find(AzureYaml, @"^services:\n  (?<it>\w+):").ShouldHaveSingleItem();
        foreach (var prediction in Prediction.All)
            prediction
                .Resources.Where(resource => resource.Json.GetRawText().Contains("azd-service-name"))
                .Select(resource =>
                    (resource.Type, resource.Json.GetProperty("tags").GetProperty("azd-service-name").GetString())
                )
                .ShouldBe([("Microsoft.Web/sites", service)]);
    }

    [Fact]
    public void What_it_names_is_there()
    {
        var project = Pattern.Find(AzureYaml, "^    project: (?<it>.+)$").ShouldHaveSingleItem();
        Directory.GetFiles(Repository.At(project), "*.*proj").Length.ShouldBe(1);
        var module = Pattern.Find(AzureYaml, @"^  module: (?<it>\w+)").ShouldHaveSingleItem();
        File.Exists(Repository.At($"infra/{module}.bicepparam")).ShouldBeTrue();
        var script = Pattern.Find(AzureYaml, @"run: (?<it>\S+\.sh)$").ShouldHaveSingleItem();
        IsExecutable(script).ShouldBeTrue();
        IsExecutable("infra/deploy").ShouldBeTrue();
    }

    /// <summary>`dotnet user-secrets init`, which azd runs, writes an id into a project that has none.</summary>
    [Fact]
    public void Azd_finds_nothing_to_write_into_the_project() =>
        Repository.Read("functions/App/App.csproj").ShouldContain("<UserSecretsId>");

    [Fact]
    public void The_second_provisioning_is_tried_until_the_webhook_has_its_key()
    {
        using var tools = new FakeTools().Add("azd", """[[ $1 != provision ]] || ((calls >= 3)) || exit 1""");
        tools.Run("infra/azd-subscribe.sh").ExitCode.ShouldBe(0);
        tools
            .Calls.Select(call => call[..call.LastIndexOf(" [", StringComparison.Ordinal)])
            .ShouldBe([
                "azd env set CCHC_SUBSCRIBE true -e here",
                "azd provision --no-prompt -e here",
                "azd provision --no-prompt -e here",
                "azd provision --no-prompt -e here",
            ]);
    }

    [Fact]
    public void Given_up_it_does_not_stand_in_the_way_of_the_next_deployment()
    {
        using var tools = new FakeTools().Add("azd", """[[ $1 != provision ]] || exit 1""");
        var (exitCode, _, errors) = tools.Run("infra/azd-subscribe.sh");
        exitCode.ShouldBe(3);
        errors.ShouldContain("the sweep takes them in meanwhile");
        tools.Calls.Count(call => call.Contains(" provision ")).ShouldBe(20);
        tools.Calls[^1].ShouldStartWith("azd env set CCHC_SUBSCRIBE false");
    }

    private static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.At(path)).HasFlag(UnixFileMode.UserExecute);
}
