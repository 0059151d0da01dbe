using System.Text.RegularExpressions;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using FsCheck.Xunit;
using static CCHC.Pipeline.Tests.Notices.SomeInspection;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Documents read back: every figure in them is a frozen one, and their sentences are whole.</summary>
public sealed partial class ReadBackTests
{
    private static readonly string[] Doubled =
    [
        "có có",
        "của của",
        "chưa chưa",
        "so với so với",
        "ngày ngày",
        "các các",
    ];

    [Property(MaxTest = 50)]
    public void Every_figure_of_the_document_is_the_frozen_one(int seed)
    {
        var unit = Chancy(new Random(seed));
        var words = new WordPage(unit).Words;
        var page = LetterHtml.Write(NoticeText.Compose(unit, Authority.On(LastDay)));
        foreach (var finding in unit.Findings)
        {
            var (figure, name) = (finding.Figure, finding.Kpi.Name);
            var told = Regex.Match(
                words,
                $@"(?:^|\n)(?:\w+\) )?{Regex.Escape(name)}: có (?<num>[\d.]+) hồ sơ [^\n]*? trên tổng số (?<den>[\d.]+) hồ sơ",
                RegexOptions.CultureInvariant
            );
            (Number(told, "num"), Number(told, "den")).ShouldBe((figure.Num, figure.Den), name);
            page.ShouldContain(told.Value.Trim());
            words.ShouldContain(figure.RateVietnamese);
        }
        Cells(unit).ShouldBe(Expected(unit.Figures));
    }

    [Fact]
    public void Sentences_are_whole_and_no_word_stands_twice()
    {
        foreach (
            var unit in new[] { Eight(), Repeated(), TenShort(), WithoutChannels(), Eight() with { Findings = [] } }
        )
        {
            var letter = NoticeText.Compose(unit, Authority.On(LastDay));
            foreach (var text in letter.Body.OfType<Paragraph>().Select(paragraph => paragraph.Text))
            {
                Doubled.ShouldAllBe(twice => !text.Contains(twice, StringComparison.OrdinalIgnoreCase), text);
                foreach (var fault in new[] { "  ", "..", " .", " ,", " ;", ":.", ";.", "( ", "()", " )" })
                    text.ShouldNotContain(fault);
                text.ShouldMatch("[.:]$");
                SentenceStart().IsMatch(text).ShouldBeTrue(text);
            }
        }
    }

    /// <summary>All KPIs missed, on figures by chance whose sums hold.</summary>
    private static ReviewedUnit Chancy(Random chance)
    {
        var tally = new Tally();
        foreach (var count in Enum.GetValues<Count>())
            tally[count] = chance.Next(1, 50_000);
        Finding[] findings =
        [
            .. KpiCatalogue.All.Select(kpi =>
            {
                var den = chance.Next(3, 60_000);
                // A tenth of them against a half: missed, whichever way is better.
                var num = kpi.Better is Better.Higher ? den / 10 : den - den / 10;
                return Below(kpi.Id, new Fraction(num, den, 0), 1, 2);
            }),
        ];
        return Of("Xã Long Thuận", tally, findings);
    }

    private static List<int> Cells(ReviewedUnit unit) =>
        [
            .. new WordPage(unit)
                .Document.Descendants(WordPage.W + "tbl")
                .Single(table => table.Descendants(WordPage.W + "tblBorders").Any())
                .Elements(WordPage.W + "tr")
                .Skip(1)
                .Select(row => WordPage.Text(row.Elements(WordPage.W + "tc").Last()))
                .Select(Parse),
        ];

    // The rows as a person reads them from top to bottom.
    private static List<int> Expected(Tally tally) =>
        [
            tally[Count.Received],
            tally[Count.ReceivedOnline],
            tally[Count.ReceivedInPerson],
            tally[Count.ReceivedPostal],
            tally[Count.ReceivedUnknownChannel],
            tally[Count.CarriedOver],
            tally[Count.Finished],
            tally[Count.Early],
            tally[Count.OnTime],
            tally[Count.Overdue],
            tally[Count.FinishedUnknownDue],
            tally[Count.FinishedInferred],
            tally[Count.Open],
            tally[Count.OpenInTime],
            tally[Count.OpenOverdue],
            tally[Count.OpenUnknownDue],
            tally[Count.Returned],
            tally[Count.ReturnedPostal],
            tally[Count.ReturnedUnknownChannel],
            tally[Count.ReturnedUnknownDay],
        ];

    private static int Number(Match told, string group) => Parse(told.Groups[group].Value);

    private static int Parse(string text) =>
        int.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\p{Ll}{1,2}\) )?\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceStart();
}
