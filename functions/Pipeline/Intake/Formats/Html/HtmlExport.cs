using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>A page of HTML, whatever its extension says: each of its tables is one. Nothing is run or fetched.</summary>
internal static class HtmlExport
{
    /// <summary>Further tables are not offered: an export's data stand before.</summary>
    private const int MostOffered = 500;

    public static ExportFile Open(ReadOnlySpan<byte> content)
    {
        var (text, isImage) = HtmlText.Decode(content);
        if (text.Span.IndexOf('\0') is >= 0 and var at)
            return Broken(text, FileDefects.NulCharacter(1 + Lines.CountIn(text.Span[..at])));
        var index = TableIndex.Of(text);
        if (index.HasTooMany)
            return Broken(text, FileDefects.TooManyTables);
        var tables = Offer(new HtmlPage(text, isImage, index.Tables));
        if (tables.Count > 0)
            return new ExportFile(tables, text) { HasPages = true };
        return Broken(text, index.HasFrames ? FileDefects.FramesOnly : FileDefects.NotATable);
    }

    private static List<HtmlTable> Offer(HtmlPage page)
    {
        var offered = new List<HtmlTable>();
        for (var i = 0; i < page.Tables.Count && offered.Count < MostOffered; i++)
        {
            if (page.Tables[i].HasRows)
                offered.Add(new HtmlTable(page, i));
        }
        return offered;
    }

    private static ExportFile Broken(DecodedText text, FileDefect defect)
    {
        text.Dispose();
        return ExportFile.Broken(defect);
    }
}
