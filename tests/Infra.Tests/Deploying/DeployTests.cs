namespace CCHC.Infra.Tests.Deploying;

/// <summary>infra/deploy calls az in the right order; whether Azure does what it is asked to is for a subscription to tell.</summary>
public class DeployTests
{
    private const string Publish = """
        [[ $1 == publish ]] || exit 1
        while [[ $1 != --output ]]; do shift; done
        mkdir -p "$2" && echo compiled >"$2/CCHC.Functions.dll"
        """;

    [Fact]
    public void It_deploys_publishes_waits_for_the_key_and_subscribes()
    {
        using var tools = new FakeTools()
            .Add("dotnet", Publish)
            .Add(
                "az",
                """
                case "$*" in
                  *'--query properties.outputs.appName.value'*) echo cchc-dev-abc ;;
                  'functionapp keys list'*) if ((calls >= 3)); then echo the-key; fi ;;
                  'functionapp show'*) echo cchc-dev-abc.azurewebsites.net ;;
                esac
                """
            );
        var (exitCode, output, errors) = tools.Run("infra/deploy", "dev", "group", "southeastasia");

        exitCode.ShouldBe(0, errors);
        tools
            .Calls.Select(Short)
            .ShouldBe([
                "az group create --name group --location southeastasia []",
                "az deployment group create --resource-group group --name cchc-dev --parameters infra/dev.bicepparam [false]",
                "az deployment group show --resource-group group --name cchc-dev --query properties.outputs.appName.value []",
                "dotnet publish functions/App --configuration Release []",
                "az functionapp deployment source config-zip --resource-group group --name cchc-dev-abc --src artifacts/deploy/app.zip []",
                "az functionapp keys list --resource-group group --name cchc-dev-abc --query systemKeys.blobs_extension []",
                "az functionapp keys list --resource-group group --name cchc-dev-abc --query systemKeys.blobs_extension []",
                "az functionapp keys list --resource-group group --name cchc-dev-abc --query systemKeys.blobs_extension []",
                "az deployment group create --resource-group group --name cchc-dev --parameters infra/dev.bicepparam [true]",
                "az functionapp show --resource-group group --name cchc-dev-abc --query defaultHostName []",
            ]);
        output.ShouldContain("https://cchc-dev-abc.azurewebsites.net/");
        output.ShouldNotContain("the-key");
    }

    [Fact]
    public void What_if_only_asks()
    {
        using var tools = new FakeTools().Add("dotnet").Add("az");
        tools.Run("infra/deploy", "--what-if", "prod", "group", "southeastasia").ExitCode.ShouldBe(0);
        tools.Calls.ShouldBe([
            "az deployment group what-if --resource-group group --parameters infra/prod.bicepparam [false]",
        ]);
    }

    [Fact]
    public void What_if_that_fails_is_told()
    {
        using var tools = new FakeTools().Add("dotnet").Add("az", "exit 4");
        tools.Run("infra/deploy", "--what-if", "prod", "group", "southeastasia").ExitCode.ShouldBe(4);
    }

    [Theory]
    [InlineData]
    [InlineData("test", "group", "southeastasia")]
    [InlineData("dev", "group")]
    [InlineData("dev", "", "southeastasia")]
    [InlineData("dev", "group", "southeastasia", "more")]
    public void Wrong_usage_touches_nothing(params string[] args)
    {
        using var tools = new FakeTools().Add("dotnet").Add("az");
        var (exitCode, _, errors) = tools.Run("infra/deploy", args);
        exitCode.ShouldBe(2);
        errors.ShouldContain("usage: infra/deploy");
        tools.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_deployment_that_fails_goes_no_further()
    {
        using var tools = new FakeTools().Add("dotnet").Add("az", """[[ $1 == deployment ]] && exit 1""");
        tools.Run("infra/deploy", "dev", "group", "southeastasia").ExitCode.ShouldNotBe(0);
        tools.Calls.ShouldNotContain(call => call.StartsWith("dotnet") || call.StartsWith("az functionapp"));
    }

    [Fact]
    public void Without_a_key_it_gives_up_after_ten_minutes_and_says_what_to_look_at()
    {
        using var tools = new FakeTools()
            .Add("dotnet", Publish)
            .Add("az", """[[ $* == *appName* ]] && echo cchc-dev-abc""");
        var (exitCode, _, errors) = tools.Run("infra/deploy", "dev", "group", "southeastasia");
        exitCode.ShouldBe(3);
        errors.ShouldContain("no key blobs_extension yet: did it start?");
        tools.Calls.Count(call => call.Contains(" keys list ")).ShouldBe(40); // 15 seconds apart
        tools.Calls.ShouldNotContain(call => call.EndsWith("[true]"));
    }

    /// <summary>Without how output is to look.</summary>
    private static string Short(string call) =>
        Pattern.Replace(call, " --(only-show-errors|output (none|tsv|artifacts/deploy/app))(?= )", "");
}
