using CCHC.Pipeline.Tests.Architecture;

namespace CCHC.Pipeline.Tests.Docs;

public class GlossaryTests
{
    private const string Kpis = "functions/Pipeline/Kpis";
    private static readonly Markdown Glossary = Markdown.Open("docs/glossary.md");

    [Fact]
    public void Every_word_of_the_glossary_is_the_codes_word()
    {
        var code = string.Join('\n', Repository.SourcesUnder("functions/Pipeline").Select(file => file.Code));
        var words = Glossary.TableUnder("Words").SelectMany(row => Markdown.Code(row[2])).ToList();
        words.ShouldNotBeEmpty();
        // A whole hump of an identifier: "Dossier" in DossierWords, not "Due" in Dueling.
        words.Where(word => !Pattern.IsIn(code, $@"(?<![A-Z]){word}(?![a-rt-z]|s[a-z])")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_word_of_the_domain_stands_in_it_with_the_same_word()
    {
        var told = Glossary.TableUnder("Words").SelectMany(Words).ToHashSet();
        DomainWords.All.Where(word => !told.Contains(word)).ShouldBeEmpty();
    }

    [Fact]
    public void One_thing_has_one_word()
    {
        var words = Glossary.TableUnder("Words").SelectMany(row => Markdown.Code(row[2])).ToList();
        words.ShouldBeUnique();
    }

    [Fact]
    public void The_glossary_lists_the_kpis_of_the_code_in_their_order() =>
        Glossary
            .TableUnder("KPIs")
            .SelectMany(row => Markdown.Code(row[0]))
            .ShouldBe(Pattern.Find(Repository.Read($"{Kpis}/KpiCatalogue.cs"), @"Id = ""(?<it>[a-z0-9-]+)"""));

    [Fact]
    public void The_glossary_lists_the_published_counts_in_their_order()
    {
        var code = Repository.Read($"{Kpis}/Count.cs");
        var last = Pattern.Find(code, @"Published = \(int\)Count\.(?<it>\w+)").ShouldHaveSingleItem();
        var published = Pattern.Find(code, @"^    (?<it>[A-Z]\w+),$").TakeWhile(count => count != last).Append(last);
        Glossary.TableUnder("Counts").SelectMany(row => Markdown.Code(row[0])).ShouldBe(published.Select(Snake));
    }

    /// <summary>"a / b | x / y: explained" is two words.</summary>
    private static IEnumerable<(string Vietnamese, string English)> Words(string[] row)
    {
        var (vietnamese, english) = (Plain(row[0]).Split(" / "), Plain(row[1].Split(": ")[0]).Split(" / "));
        english.Length.ShouldBe(vietnamese.Length, row[0]);
        return vietnamese.Zip(english);
    }

    private static string Plain(string cell) => Pattern.Replace(cell, @" \([^)]*\)", "");

    private static string Snake(string pascal) => Pattern.Replace(pascal, "(?<!^)(?=[A-Z])", "_").ToLowerInvariant();
}
