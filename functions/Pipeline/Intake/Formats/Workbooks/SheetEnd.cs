using System.Buffers;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>
/// What stands after the rows of a sheet and speaks of them: its merged cells. Most sheets have none, and that is seen
/// in the bytes, before the XML is parsed a second time for it.
/// </summary>
internal static class SheetEnd
{
    private const int Piece = 64 * 1024;

    public static MergedCells Read(Workbook workbook, string part)
    {
        var merged = new MergedCells();
        if (!Mentions(workbook, part, "mergeCell"u8))
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

    private static bool Mentions(Workbook workbook, string part, ReadOnlySpan<byte> word)
    {
        using var stream = workbook.Open(part);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var kept = 0;
            for (int read; (read = stream.Read(buffer.AsSpan(kept))) > 0; )
            {
                var bytes = buffer.AsSpan(0, kept + read);
                if (bytes.IndexOf(word) >= 0)
                    return true;
                kept = Math.Min(word.Length - 1, bytes.Length);
                bytes[^kept..].CopyTo(buffer);
            }
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
