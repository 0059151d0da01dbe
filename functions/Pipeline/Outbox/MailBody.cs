using System.Net;
using System.Text;

namespace CCHC.Pipeline.Outbox;

/// <summary>What a mail says, once as plain text and once as HTML: paragraphs and lists, nothing else.</summary>
public sealed class MailBody
{
    /// <summary>A table's string holds 32 K characters; what is longer ends here, and says so.</summary>
    private const int MostLines = 150;

    private readonly List<(bool IsItem, string Text)> blocks = [];

    public MailBody Say(string paragraph)
    {
        blocks.Add((false, paragraph));
        return this;
    }

    public MailBody List(IReadOnlyCollection<string> items)
    {
        blocks.AddRange(items.Take(MostLines).Select(item => (true, item)));
        if (items.Count > MostLines)
            Say($"(và {Notices.Vietnamese.Number(items.Count - MostLines)} mục khác)");
        return this;
    }

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (index, block) in blocks.Index())
            {
                if (index > 0 && !(block.IsItem && blocks[index - 1].IsItem))
                    text.Append('\n');
                text.Append(block.IsItem ? "- " : "").Append(block.Text).Append('\n');
            }
            return text.ToString();
        }
    }

    /// <summary>Self-contained: nothing is fetched, no script, no picture.</summary>
    public string Html
    {
        get
        {
            var html = new StringBuilder("<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"></head>");
            html.Append(
                "<body style=\"font-family:'Times New Roman',serif;font-size:16px;line-height:1.5;max-width:48em\">\n"
            );
            foreach (var (index, block) in blocks.Index())
            {
                if (block.IsItem && (index == 0 || !blocks[index - 1].IsItem))
                    html.Append("<ul>\n");
                html.Append(block.IsItem ? "<li>" : "<p>").Append(WebUtility.HtmlEncode(block.Text));
                html.Append(block.IsItem ? "</li>\n" : "</p>\n");
                if (block.IsItem && (index == blocks.Count - 1 || !blocks[index + 1].IsItem))
                    html.Append("</ul>\n");
            }
            return html.Append("</body></html>\n").ToString();
        }
    }
}
