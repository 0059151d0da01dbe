using System.Text;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>The article as a self-contained page without scripts, and as plain text.</summary>
public static class NewsFormats
{
    private const string Opening =
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n"
        + "body { max-width: 44em; margin: 0 auto; padding: 1em; color: #222; font: 17px/1.6 \"Times New Roman\", Tinos, \"Liberation Serif\", serif; }\n"
        + ".draft { padding: .6em 1em; border: 1px solid #8a5a00; border-radius: 6px; background: #fff4d6; font: 14px/1.4 system-ui, sans-serif; }\n"
        + "h1 { font-size: 1.6em; line-height: 1.25; color: #8b0000; }\nh2 { margin: 1.2em 0 .3em; font-size: 1.1em; }\n"
        + ".lead { font-weight: bold; }\np { margin: .5em 0; text-align: justify; }\n</style>\n";

    public static string Html(NewsArticle article)
    {
        var html = new StringBuilder(Opening).Append("<title>Dự thảo tin: ").AppendText(article.Headline);
        html.Append("</title>\n</head>\n<body>\n").Element("aside", "draft", NewsArticle.Draft).Append("<article>\n");
        html.Element("h1", "", article.Headline).Element("p", "lead", article.Lead);
        foreach (var part in article.Parts)
        {
            html.Element("h2", "", part.Title);
            foreach (var paragraph in part.Paragraphs)
                html.Element("p", "", paragraph);
        }
        return html.Append("</article>\n</body>\n</html>\n").ToString();
    }

    public static string Text(NewsArticle article)
    {
        var text = new StringBuilder(NewsArticle.Draft).Append("\n\n");
        text.Append(article.Headline.ToUpperInvariant()).Append("\n\n").Append(article.Lead).Append('\n');
        foreach (var part in article.Parts)
        {
            text.Append('\n').Append(part.Title).Append("\n\n");
            foreach (var paragraph in part.Paragraphs)
                text.Append(paragraph).Append('\n');
        }
        return text.ToString();
    }
}
