using System.Text;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Sheets;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Reports;

/// <summary>Everything a review produces beside its letters: pure, the same bytes for the same results.</summary>
public static class QuarterDocuments
{
    public static IReadOnlyList<Document> Of(QuarterResults results, ReportSettings settings)
    {
        var period = results.Period.Name;
        var summary = SummaryReport.Compose(results);
        var news = NewsArticle.Compose(results, settings.NameUnitsInNews);
        return
        [
            new(Paths.SummaryReport(period), LetterDocx.ContentType, LetterDocx.Write(summary)),
            Text(Paths.SummaryPage(period), LetterHtml.ContentType, LetterHtml.Write(summary)),
            new(Paths.Form06(period), Xlsx.ContentType, Form06.Write(results)),
            new(Paths.OfficesLetter(period), LetterDocx.ContentType, LetterDocx.Write(OfficesLetter.Compose(results))),
            Text(Paths.NewsHtml(period), LetterHtml.ContentType, NewsFormats.Html(news)),
            Text(Paths.NewsText(period), "text/plain; charset=utf-8", NewsFormats.Text(news)),
        ];
    }

    private static Document Text(string path, string type, string text) =>
        new(path, type, Encoding.UTF8.GetBytes(text));
}
