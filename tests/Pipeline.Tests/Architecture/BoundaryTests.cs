namespace CCHC.Pipeline.Tests.Architecture;

public class BoundaryTests
{
    [Fact]
    public void Pipeline_knows_nothing_of_the_functions_host()
    {
        Repository.Read("functions/Pipeline/Pipeline.csproj").ShouldNotContain("ProjectReference");
        // Direct and transitive alike.
        var packages = Repository.Read("functions/Pipeline/packages.lock.json");
        packages.ShouldNotContain("Azure.Functions", Case.Insensitive);
        packages.ShouldNotContain("WebJobs", Case.Insensitive);
    }

    [Theory]
    [InlineData("functions/Triggers")]
    [InlineData("functions/App")]
    public void The_triggers_are_one_source_for_both_hosts(string project)
    {
        Repository
            .SourcesUnder(project)
            .Where(file => Pattern.IsIn(file.Text, @"^\s*#\s*if\b"))
            .Select(file => file.Path)
            .ShouldBeEmpty();
        Pattern.IsIn(Repository.Read($"{project}/{project.Split('/')[1]}.csproj"), "SelfHost").ShouldBeFalse();
    }

    /// <summary>The worker's SDK makes a build without changes ten times as long; only what is deployed needs it.</summary>
    [Theory]
    [InlineData("functions/Cli/Cli.csproj")]
    [InlineData("functions/SelfHost/SelfHost.csproj")]
    [InlineData("tests/EndToEnd.Tests/EndToEnd.Tests.csproj")]
    public void Nothing_but_the_app_pays_for_the_workers_sdk(string project)
    {
        Repository.Read(project).ShouldNotContain("App.csproj");
        var packages = Repository.Read(project[..project.LastIndexOf('/')] + "/packages.lock.json");
        packages.ShouldNotContain("Microsoft.Azure.Functions.Worker.Sdk");
        packages.ShouldNotContain("Grpc");
    }
}
