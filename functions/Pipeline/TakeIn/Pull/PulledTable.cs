using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>
/// Whether what a server sent is a table at all. A session that ended is often told with 200 and a sentence or some JSON:
/// that is the source's failure, and no unit's export.
/// </summary>
internal static class PulledTable
{
    private const int RowsLookedAt = 40;
    private const int FewestCells = 3;

    public static bool Is(ReadOnlyMemory<byte> content)
    {
        if (IsJson(content.Span))
            return false;
        using var file = ExportFile.Open(content, IntakeLimits.Standard);
        return file.Defect is null && file.Tables.Any(HasRow);
    }

    private static bool HasRow(RowSource table)
    {
        var row = new Row();
        for (var read = 0; read < RowsLookedAt && table.Read(row); read++)
        {
            if (row.CountFilled(FewestCells) == FewestCells)
                return true;
        }
        return false;
    }

    private static bool IsJson(ReadOnlySpan<byte> content)
    {
        var text = content.TrimStart("\uFEFF \t\r\n"u8);
        return text.Length > 0 && text[0] is (byte)'{' or (byte)'[';
    }
}
