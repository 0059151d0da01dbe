using CCHC.Pipeline.Tests.Architecture;

namespace CCHC.Pipeline.Tests.Docs;

public class ReadmeTests
{
    private static readonly string[] Commands = [.. Markdown.Open("README.md").FencedCommands];

    [Fact]
    public void The_readme_has_two_commands() => Commands.Length.ShouldBe(2);

    [Fact]
    public void The_first_runs_a_project_that_exists()
    {
        var project = Pattern.Find(Commands[0], "^dotnet run --project (?<it>.+) -- demo$").ShouldHaveSingleItem();
        project.ShouldBe("functions/Cli");
        Directory.GetFiles(Repository.At(project), "*.csproj").Length.ShouldBe(1);
    }

    [Fact]
    public void The_second_passes_the_tests_here_and_in_ci()
    {
        Commands[1].ShouldBe("./check");
        IsExecutable("check").ShouldBeTrue();
        IsExecutable(".ci/run").ShouldBeTrue();
        Repository.Read(".ci/run").ShouldContain("/check\"");
    }

    [Fact]
    public void Every_link_to_a_file_leads_somewhere()
    {
        var links =
            from page in Markdown.All
            from link in page.RelativeLinks
            select (page.Path, Link: link, Target: Path.Combine(Repository.Root, page.Path, "..", link));
        links.ShouldNotBeEmpty();
        links.Where(link => !Path.Exists(Path.GetFullPath(link.Target))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_to_a_heading_leads_to_one()
    {
        var links =
            from page in Markdown.All
            from link in page.HeadingLinks
            let target = link.Path.Length == 0 ? page.Path : Path.Combine(Path.GetDirectoryName(page.Path)!, link.Path)
            where target.EndsWith(".md", StringComparison.Ordinal)
            select (page.Path, link.Anchor, Target: target);
        links.ShouldNotBeEmpty();
        links.Where(link => !Markdown.Open(link.Target).Anchors.Contains(link.Anchor)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_readme()
    {
        var linked = Markdown.Open("README.md").RelativeLinks.ToList();
        Markdown
            .All.Select(page => page.Path.Replace('\\', '/'))
            .Where(path =>
                path != "README.md" && !linked.Exists(link => path.StartsWith(link, StringComparison.Ordinal))
            )
            .ShouldBeEmpty();
    }

    private static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.At(path)).HasFlag(UnixFileMode.UserExecute);
}
