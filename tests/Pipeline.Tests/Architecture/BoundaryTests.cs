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

    [Fact]
    public void The_function_app_is_one_source_for_both_hosts() =>
        Repository
            .SourcesUnder("functions/App")
            .Where(file => Pattern.IsIn(file.Text, @"^\s*#\s*if\b"))
            .Select(file => file.Path)
            .ShouldBeEmpty();
}
