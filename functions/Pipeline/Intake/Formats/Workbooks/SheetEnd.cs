namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>
/// What stands after the rows of a sheet and speaks of them: its merged cells. Most sheets have none, which was seen
/// when the package was checked; only for the others the XML is parsed a second time.
/// </summary>
internal static class SheetEnd
{
    public static MergedCells Read(Workbook workbook, string part)
    {
        var merged = new MergedCells();
        if (!workbook.MentionsMerged(part))
            return merged;
        using var xml = workbook.OpenXml(part);
        while (xml.Next())
        {
            if (xml.IsStart("mergeCell") && RangeReference.Parse(xml.GetAttribute("ref")) is { } range)
                merged.Add(range.Top, range.Bottom, range.Left);
        }
        merged.Order();
        return merged;
    }
}
