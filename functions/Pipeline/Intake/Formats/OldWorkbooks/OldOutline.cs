using System.Text;
using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>A visible sheet.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="Start">Where its records begin in the stream.</param>
/// <param name="End">Where those of the next sheet do.</param>
internal sealed record OldSheet(string Name, int Start, int End);

/// <summary>What an old workbook says of itself before its sheets ([MS-XLS] 2.1.7.20.3).</summary>
internal sealed class OldOutline
{
    private const int MostSheets = 1000;
    private static readonly DateOnly Epoch1900 = new(1899, 12, 30);
    private static readonly DateOnly Epoch1904 = new(1904, 1, 1);
    private readonly List<(string Name, uint Start, bool IsRead)> listed = [];

    /// <summary>True for BIFF8, whose texts are Unicode; false for BIFF5, whose texts are in a code page.</summary>
    public bool IsUnicode { get; private init; }

    public Encoding CodePage { get; private set; } = CodePages.Default;

    /// <summary>Day 0 of the workbook's serial days.</summary>
    public DateOnly Epoch { get; private set; } = Epoch1900;

    /// <summary>Where the shared texts begin; null without any.</summary>
    public int? SharedTexts { get; private set; }

    public IReadOnlyList<OldSheet> Sheets { get; private set; } = [];

    public FileDefect? Defect { get; private init; }

    /// <summary>Reads the records before the first sheet.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged.</exception>
    public static OldOutline Read(ReadOnlySpan<byte> stream)
    {
        const ushort Globals = 5;
        var records = new BiffRecords(stream, 0);
        if (!records.Next())
            throw Bytes.Broken;
        if (records.Id is not Biff.BeginningOfPart || records.Data.U16(0) is not (0x0500 or 0x0600))
            return new OldOutline { Defect = FileDefects.OldestWorkbook };
        if (records.Data.U16(2) is not Globals)
            return new OldOutline { Defect = FileDefects.OldestWorkbook };
        var outline = new OldOutline { IsUnicode = records.Data.U16(0) is 0x0600 };
        return outline.ReadGlobals(records, stream.Length);
    }

    private OldOutline ReadGlobals(BiffRecords records, int length)
    {
        while (records.Next() && records.Id is not Biff.EndOfPart)
        {
            if (records.Id is Biff.Password)
                return new OldOutline { Defect = FileDefects.Encrypted };
            if (records.Id is Biff.CodePage && !IsUnicode && !ReadCodePage(records.Data))
                return new OldOutline { Defect = FileDefects.UnknownEncoding };
            if (records.Id is Biff.DateSystem && records.Data.U16(0) == 1)
                Epoch = Epoch1904;
            else if (records.Id is Biff.Sheet)
                List(ReadSheet(records.Data));
            else if (records.Id is Biff.SharedTexts)
                SharedTexts = records.Position;
        }
        if (records.Id is not Biff.EndOfPart)
            throw Bytes.Broken;
        Sheets = Place(records.End, length);
        return this;
    }

    private void List((string, uint, bool) sheet)
    {
        if (listed.Count == MostSheets)
            throw new WorkbookTooLargeException();
        listed.Add(sheet);
    }

    private bool ReadCodePage(ReadOnlySpan<byte> data)
    {
        if (CodePages.Find(data.U16(0)) is not { } found)
            return false;
        CodePage = found;
        return true;
    }

    private (string, uint, bool) ReadSheet(ReadOnlySpan<byte> data)
    {
        const int Visible = 0;
        const int Worksheet = 0;
        var isRead = (data.U8(4) & 3) == Visible && data.U8(5) == Worksheet;
        var length = data.U8(6);
        if (!IsUnicode)
            return (CodePage.GetString(data.Take(7, length)), data.U32(0), isRead);
        var isWide = (data.U8(7) & 1) != 0;
        var name = (isWide ? Encoding.Unicode : Encoding.Latin1).GetString(data.Take(8, isWide ? 2 * length : length));
        return (name, data.U32(0), isRead);
    }

    /// <summary>Sheets follow one another: one that ran into the next would be read twice, or a thousand times.</summary>
    private List<OldSheet> Place(int after, int length)
    {
        var starts = listed.Select(sheet => sheet.Start).Order().ToList();
        var sheets = new List<OldSheet>();
        foreach (var (name, start, isRead) in listed)
        {
            var next = starts.BinarySearch(start) + 1;
            var end = next < starts.Count ? starts[next] : (uint)length;
            if (start < after || start >= end || end > length)
                throw Bytes.Broken;
            if (isRead)
                sheets.Add(new OldSheet(name, (int)start, (int)end));
        }
        return sheets;
    }
}
