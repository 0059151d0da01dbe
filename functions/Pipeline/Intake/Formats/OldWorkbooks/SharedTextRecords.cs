using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>
/// Reads the shared texts of a workbook ([MS-XLS] 2.4.265), which run on over continuing records. However many
/// texts the record claims, it is read only as far as there are bytes.
/// </summary>
internal ref struct SharedTextRecords
{
    private const byte Wide = 1;
    private const byte HasPronunciation = 4;
    private const byte HasRuns = 8;
    private BiffRecords records;
    private ReadOnlySpan<byte> rest;

    /// <summary>All texts of a workbook.</summary>
    /// <exception cref="InvalidDataException">The records are damaged.</exception>
    /// <exception cref="WorkbookTooLargeException">The texts don't fit into the memory an export may take.</exception>
    public static SharedTexts Read(ReadOnlySpan<byte> stream, int? start, IntakeLimits limits)
    {
        var shared = new SharedTexts(limits);
        if (start is not { } at)
            return shared;
        var reader = new SharedTextRecords { records = new BiffRecords(stream, at) };
        reader.records.Next();
        var count = reader.records.Data.U32(4);
        reader.rest = reader.records.Data[8..];
        var text = new TextBuffer();
        for (var i = 0u; i < count && reader.HasMore(); i++)
        {
            text.Clear();
            reader.ReadText(text);
            shared.Add(text.Chars.AsSpan(0, text.Length));
        }
        return shared;
    }

    private void ReadText(TextBuffer text)
    {
        var length = Byte() | Byte() << 8;
        var flags = Byte();
        const int RunLength = 4;
        var after = (flags & HasRuns) == 0 ? 0L : RunLength * (Byte() | Byte() << 8);
        if ((flags & HasPronunciation) != 0)
            after += (uint)(Byte() | Byte() << 8 | Byte() << 16 | Byte() << 24);
        ReadCharacters(text, length, (flags & Wide) != 0);
        Skip(after);
    }

    /// <summary>Where a text runs on into the next record, that begins with the width of its characters.</summary>
    private void ReadCharacters(TextBuffer text, int length, bool isWide)
    {
        while (length > 0)
        {
            if (rest.IsEmpty)
            {
                Continue();
                isWide = (Byte() & Wide) != 0;
            }
            var width = isWide ? 2 : 1;
            var part = Math.Min(length, rest.Length / width);
            if (part == 0 && !rest.IsEmpty)
                throw Bytes.Broken;
            OldText.Append(text, rest[..(part * width)], isWide, start: 0);
            rest = rest[(part * width)..];
            length -= part;
        }
    }

    private void Skip(long length)
    {
        while (length > rest.Length)
        {
            length -= rest.Length;
            Continue();
        }
        rest = rest[(int)length..];
    }

    private byte Byte()
    {
        while (rest.IsEmpty)
            Continue();
        var value = rest[0];
        rest = rest[1..];
        return value;
    }

    private bool HasMore() => !rest.IsEmpty || TryContinue();

    private void Continue()
    {
        if (!TryContinue())
            throw Bytes.Broken;
    }

    private bool TryContinue()
    {
        if (!records.Next() || records.Id is not Biff.Continue)
            return false;
        rest = records.Data;
        return true;
    }
}
