using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>What a row without a dossier code is.</summary>
internal enum OtherRow
{
    /// <summary>A dossier that has lost its code.</summary>
    Dossier,

    /// <summary>The header or a title again: a new page begins.</summary>
    PageHead,

    /// <summary>Blank, a page's foot, numbers of columns, a heading over the next rows.</summary>
    Nothing,

    /// <summary>A total: the rows below it may be signatures.</summary>
    Total,

    /// <summary>Says who signs, where and when.</summary>
    Signature,

    /// <summary>Texts only; names, if signatures stand above it and no dossier follows.</summary>
    PerhapsNames,
}

/// <summary>Rows of a table that are no dossiers; asked only about rows without a dossier code.</summary>
internal sealed class OtherRows(Header header, Lexicon lexicon)
{
    private const int MostTexts = 8;
    private const int FewestOfHeader = 3;

    /// <summary>After so many rows without a code a row without one is a faulty dossier, whatever it looks like.</summary>
    private const int MostJudged = 20_000;
    private readonly SectionRows sections = new(header, lexicon);

    private readonly CrammedRow crammed = new(header);
    private int judged;

    /// <summary>The line of a header below whose columns stand elsewhere than the first one's.</summary>
    public int? SecondHeader { get; private set; }

    public OtherRow Judge(Row row)
    {
        if (row.IsBlank)
            return OtherRow.Nothing;
        if (IsHeaderAgain(row))
        {
            Compare(row);
            return OtherRow.PageHead;
        }
        return judged++ < MostJudged ? Judge(row, new RowTexts(row)) : OtherRow.Dossier;
    }

    private OtherRow Judge(Row row, RowTexts cells)
    {
        if (IsAbove(cells))
            return OtherRow.PageHead;
        if (crammed.SeparatorIn(row) is not null)
            return OtherRow.Dossier;
        if (cells.Count >= FewestOfHeader && IsOtherHeader(row))
            return OtherRow.PageHead;
        if (cells.Count == 0 || ColumnNumbers.Are(cells))
            return OtherRow.Nothing;
        if (IsTotal(row, cells))
            return OtherRow.Total;
        if (PageWords.Are(cells))
            return OtherRow.Nothing;
        if (MayBeText(row, cells) && SignatureWords.AreIn(cells))
            return OtherRow.Signature;
        if (sections.Contains(row, cells))
            return OtherRow.Nothing;
        return MayBeText(row, cells) ? OtherRow.PerhapsNames : OtherRow.Dossier;
    }

    /// <summary>The header come again is the same one, unless it is complete by itself and its columns stand elsewhere.</summary>
    private void Compare(Row row)
    {
        if (SecondHeader is null && judged++ < MostJudged)
            IsOtherHeader(row);
    }

    private bool IsOtherHeader(Row row)
    {
        if (IsAbove(new RowTexts(row)))
            return false;
        var again = HeaderRow.Read(new HeaderStack([new HeaderLine(row, default)]), lexicon).Header;
        if (!again.IsComplete || again.HasSamePlaces(header))
            return false;
        SecondHeader ??= row.Line;
        return true;
    }

    private bool IsTotal(Row row, RowTexts cells)
    {
        if (Holds(row, Column.Received))
            return false;
        if (lexicon.BeginsTotal(cells[0]) || lexicon.BeginsTotal(header.Cell(row, Column.Code)))
            return true;
        var says = false;
        for (var i = 0; i < cells.Count; i++)
        {
            if (lexicon.BeginsTotal(cells[i]) || lexicon.BeginsTotalOfGroup(cells[i]))
                says = true;
            else if (!SectionRows.IsCount(cells[i]))
                return false;
        }
        return says;
    }

    private bool IsHeaderAgain(Row row) =>
        HeaderText.TryGet(header.Cell(row, Column.Code), lexicon, out var code) && code.Column is Column.Code;

    /// <summary>A title or a part of the header, come again on a new page.</summary>
    private bool IsAbove(RowTexts cells) => header.Above.Value.Contains(Fold.Of(cells.Joined()));

    /// <summary>Some texts, and nothing like a code, a date or a status.</summary>
    private bool MayBeText(Row row, RowTexts cells)
    {
        if (cells.Count > MostTexts || HasDigitsBesideWords(header.Cell(row, Column.Code)))
            return false;
        if (HasDigitsBesideWords(header.Cell(row, Column.Received)) || row.HasFormula)
            return false;
        var status = header.Has(Column.Status) ? header.Cell(row, Column.Status) : default;
        return !lexicon.IsValue(status)
            && !Holds(row, Column.Due)
            && !Holds(row, Column.Finished)
            && !Holds(row, Column.Returned);
    }

    private bool Holds(Row row, Column date) =>
        header.Has(date)
        && !header.Cell(row, date).IsEmpty
        && (
            CivilDate.TryParse(header.Cell(row, date), lexicon.Profile.Dates, out _)
            || row.KindOf(header[date]) is CellKind.Number
        )
        && !SectionRows.IsCount(header.Cell(row, date));

    /// <summary>Digits, but not those of "ngày 25 tháng 3 năm 2022".</summary>
    private static bool HasDigitsBesideWords(ReadOnlySpan<char> text) =>
        text.IndexOfAnyInRange('0', '9') >= 0 && !Fold.Of(text).Contains("ngày ", StringComparison.Ordinal);
}
