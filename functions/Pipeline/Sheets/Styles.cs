using System.Xml;

namespace CCHC.Pipeline.Sheets;

/// <summary>The looks of a workbook's cells, each under a number in the order of first use.</summary>
internal sealed class Styles
{
    public const string FontName = "Times New Roman";
    private const int TextFormat = 49;
    private const int WholeFormat = 3;
    private const int DayFormat = 164;

    private readonly Numbered<(Look Look, bool IsQuoted)> looks = new();
    private readonly Numbered<(int Size, bool IsBold, bool IsItalic, string Color)> fonts = new();
    private readonly Numbered<string?> fills = new();

    public Styles()
    {
        // The first two fills are the format's own: none, and a pattern of grey.
        _ = (fills.Of(null), fills.Of("gray125"));
        _ = Of(Look.Plain, isQuoted: false);
    }

    /// <summary>The number of a look.</summary>
    /// <param name="look">What the cell looks like.</param>
    /// <param name="isQuoted">It holds text that would become a formula or a number when it is edited.</param>
    public int Of(Look look, bool isQuoted)
    {
        _ = (FontOf(look), fills.Of(look.Fill));
        return looks.Of((look, isQuoted));
    }

    public void Write(XmlWriter xml)
    {
        xml.Start("styleSheet");
        xml.Start("numFmts", ("count", 1));
        xml.Element("numFmt", ("numFmtId", DayFormat), ("formatCode", "dd/mm/yyyy"));
        xml.WriteEndElement();
        WriteFonts(xml);
        WriteFills(xml);
        WriteBorders(xml);
        xml.Start("cellStyleXfs", ("count", 1));
        xml.Element("xf", ("numFmtId", 0), ("fontId", 0), ("fillId", 0), ("borderId", 0));
        xml.WriteEndElement();
        xml.Start("cellXfs", ("count", looks.All.Count));
        foreach (var (look, isQuoted) in looks.All)
            WriteLook(xml, look, isQuoted);
        xml.WriteEndElement();
        xml.Start("cellStyles", ("count", 1));
        xml.Element("cellStyle", ("name", "Normal"), ("xfId", 0), ("builtinId", 0));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private int FontOf(Look look) => fonts.Of((look.Size, look.IsBold, look.IsItalic, look.Color));

    private void WriteLook(XmlWriter xml, Look look, bool isQuoted)
    {
        xml.Start(
            "xf",
            ("numFmtId", FormatOf(look.Format)),
            ("fontId", FontOf(look)),
            ("fillId", fills.Of(look.Fill)),
            ("borderId", look.HasBorder ? 1 : 0),
            ("xfId", 0),
            ("quotePrefix", isQuoted ? true : null),
            ("applyNumberFormat", true),
            ("applyFont", true),
            ("applyFill", true),
            ("applyBorder", true),
            ("applyAlignment", true),
            ("applyProtection", true)
        );
        xml.Element(
            "alignment",
            ("horizontal", AcrossOf(look.Across)),
            ("vertical", DownOf(look.Down)),
            ("wrapText", look.Wraps ? true : null)
        );
        xml.Element("protection", ("locked", !look.IsInput));
        xml.WriteEndElement();
    }

    private void WriteFonts(XmlWriter xml)
    {
        xml.Start("fonts", ("count", fonts.All.Count));
        foreach (var (size, isBold, isItalic, color) in fonts.All)
        {
            xml.Start("font");
            if (isBold)
                xml.Element("b");
            if (isItalic)
                xml.Element("i");
            xml.Element("sz", ("val", size));
            xml.Element("color", ("rgb", "FF" + color));
            xml.Element("name", ("val", FontName));
            xml.Element("family", ("val", 1));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void WriteFills(XmlWriter xml)
    {
        xml.Start("fills", ("count", fills.All.Count));
        foreach (var (index, color) in fills.All.Index())
        {
            xml.Start("fill");
            xml.Start("patternFill", ("patternType", index < 2 ? color ?? "none" : "solid"));
            if (index >= 2)
            {
                xml.Element("fgColor", ("rgb", "FF" + color));
                xml.Element("bgColor", ("indexed", 64));
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteBorders(XmlWriter xml)
    {
        ReadOnlySpan<string> sides = ["left", "right", "top", "bottom"];
        xml.Start("borders", ("count", 2));
        foreach (var style in new[] { null, "thin" })
        {
            xml.Start("border");
            foreach (var side in sides)
            {
                xml.Start(side, ("style", style));
                if (style is not null)
                    xml.Element("color", ("rgb", "FF000000"));
                xml.WriteEndElement();
            }
            xml.Element("diagonal");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static int FormatOf(CellFormat format) =>
        format switch
        {
            CellFormat.General => 0,
            CellFormat.Text => TextFormat,
            CellFormat.Whole => WholeFormat,
            CellFormat.Day => DayFormat,
        };

    private static string AcrossOf(Across across) =>
        across switch
        {
            Across.General => "general",
            Across.Left => "left",
            Across.Center => "center",
            Across.Right => "right",
        };

    private static string DownOf(Down down) =>
        down switch
        {
            Down.Middle => "center",
            Down.Top => "top",
            Down.Bottom => "bottom",
        };
}
