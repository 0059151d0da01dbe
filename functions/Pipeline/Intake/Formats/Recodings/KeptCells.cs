using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>
/// Looks at the cells that are kept of a recoded table while it is read: none may be damaged, and none may say
/// something else in another encoding that is as likely (docs/adr/0005-encodings.md).
/// </summary>
internal sealed class KeptCells(
    Header header,
    Lexicon lexicon,
    Recoding reading,
    IReadOnlyList<Recoding> rivals,
    bool isUndecoded
)
{
    private readonly char[] other = new char[Row.LongestCell];

    /// <summary>What ends the reading at this row.</summary>
    /// <param name="source">The row as it stands.</param>
    /// <param name="row">The row as it is read.</param>
    /// <param name="unfit">Cells that were left as they stand, because they don't fit the encoding.</param>
    public FileDefect? FindDefect(Row source, Row row, ReadOnlySpan<bool> unfit)
    {
        if (row.Line <= header.Line || !header.Cell(row, Column.Code).ContainsAnyInRange('0', '9'))
            return null;
        for (var column = Column.Code; column < Column.Dropped; column++)
        {
            var place = header[column];
            if (place < 0 || place >= source.Count || RecodedRows.IsSame(source.WithBlanks(place)))
                continue;
            var isDamaged = unfit[place] && IsDamaged(row[place]);
            var rival = FindRival(source.WithBlanks(place), row[place]);
            if (isDamaged || (rival is not null && MisreadUtf8.ShowsIn(source.WithBlanks(place))))
                return FileDefects.TextDamaged(row.Line);
            if (rival is not null)
                return FileDefects.EncodingUnclear(row.Line, header.TextOf(column), reading.Name, rival.Name);
        }
        return null;
    }

    /// <summary>"HÃ nh": the byte behind Ã was a no-break space and became a blank.</summary>
    private bool IsDamaged(ReadOnlySpan<char> text) =>
        !VietnameseText.IsPlausible(text)
        || (reading is MisreadUtf8 && text.Contains('Ã') && !VietnameseText.HasOwn(text));

    private Recoding? FindRival(ReadOnlySpan<char> cell, ReadOnlySpan<char> text)
    {
        foreach (var rival in rivals)
        {
            var length = rival.Recode(RecodedRows.Cut(cell), other);
            if (length >= 0 && Differs(rival, text, other.AsSpan(0, length).Trim()) && !lexicon.IsValue(text))
                return rival;
        }
        return null;
    }

    private bool Differs(Recoding rival, ReadOnlySpan<char> text, ReadOnlySpan<char> otherText)
    {
        if (text.SequenceEqual(otherText))
            return false;
        if (rival is Untouched && !VietnameseText.IsPlausible(otherText))
            return false;
        // Unicode that looks like Vietnamese is what it looks like.
        return isUndecoded || reading is not Untouched || !VietnameseText.IsPlausible(text);
    }
}
