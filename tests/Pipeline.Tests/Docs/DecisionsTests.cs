using CCHC.Pipeline.Tests.Architecture;

namespace CCHC.Pipeline.Tests.Docs;

/// <summary>The index of decisions says what their pages say.</summary>
public class DecisionsTests
{
    private const string Folder = "docs/adr";

    private static readonly string[] Pages =
    [
        .. Directory
            .EnumerateFiles(Repository.At(Folder), "0*.md")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_index_lists_every_decision_with_its_title_and_status() =>
        Markdown
            .Open($"{Folder}/README.md")
            .TableUnder("Index")
            .Select(row => string.Join(" | ", row))
            .ShouldBe(Pages.Skip(1).Select(Line));

    [Fact]
    public void Numbers_run_on_from_the_template() =>
        Pages.Select(page => page[..4]).ShouldBe(Enumerable.Range(0, Pages.Length).Select(number => $"{number:0000}"));

    private static string Line(string page)
    {
        var number = page[..4];
        var text = Repository.Read($"{Folder}/{page}");
        var title = Pattern.Find(text, $"^# {number}: (?<it>.+)$").ShouldHaveSingleItem(page);
        var status = Pattern.Find(text, "^[A-Z][a-z]+ 20[0-9]{2} · Status: (?<it>.+)$").ShouldHaveSingleItem(page);
        return $"{number} | [{title}]({page}) | {status}";
    }
}
