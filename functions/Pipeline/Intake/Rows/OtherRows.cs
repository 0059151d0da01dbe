using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Rows of a table that are no dossiers; asked only about rows without a dossier code.</summary>
internal sealed class OtherRows(Header header, Lexicon lexicon)
{
    /// <summary>Names, offices and "(ký, ghi rõ họ tên)" stand side by side, seldom more than three.</summary>
    private const int SignaturesAbreast = 3;

    /// <summary>Blank, the header again, the numbers of its columns, a total, or a heading over the next rows.</summary>
    public bool Contains(Row row) =>
        row.CountFilled(2) switch
        {
            0 => true,
            1 => IsTotal(row) || IsHeading(row) || IsNumbering(row),
            _ => IsTotal(row) || IsHeaderAgain(row) || IsNumbering(row),
        };

    /// <summary>
    /// Might be part of the signatures below a table: little text, and nothing like a code or a received date.
    /// It is one if no dossier follows.
    /// </summary>
    public bool MayBeSignature(Row row) =>
        row.CountFilled(SignaturesAbreast + 1) <= SignaturesAbreast
        && !HasDigitsBesideWords(header.Cell(row, Column.Code))
        && !HasDigitsBesideWords(header.Cell(row, Column.Received))
        && HoldsNothing(row);

    private bool IsTotal(Row row)
    {
        var first = 0;
        while (first < row.Count && row[first].IsEmpty)
            first++;
        var says = lexicon.BeginsTotal(row[first]) || lexicon.BeginsTotal(header.Cell(row, Column.Code));
        return says && !IsDate(row, Column.Received);
    }

    /// <summary>One cell alone, and that neither a code nor a date.</summary>
    private bool IsHeading(Row row) =>
        !HasDigits(header.Cell(row, Column.Code)) && header.Cell(row, Column.Received).IsEmpty;

    private bool IsHeaderAgain(Row row) =>
        lexicon.Headers.TryGet(header.Cell(row, Column.Code), out var code) && code.Column is Column.Code;

    /// <summary>(1) (2) (3) under the header.</summary>
    private static bool IsNumbering(Row row)
    {
        var (last, cells) = (-1, 0);
        for (var place = 0; place < row.Count; place++)
        {
            var text = row[place].Trim("()[]");
            if (text.IsEmpty)
                continue;
            if (!int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number))
                return false;
            if (cells++ > 0 && number != last + 1)
                return false;
            last = number;
        }
        return cells > 2;
    }

    private bool HoldsNothing(Row row)
    {
        var statuses = header.Has(Column.Status) ? header.Cell(row, Column.Status) : default;
        return !lexicon.Knows(statuses)
            && !IsDate(row, Column.Due)
            && !IsDate(row, Column.Finished)
            && !IsDate(row, Column.Returned);
    }

    private bool IsDate(Row row, Column column) =>
        header.Has(column) && CivilDate.TryParse(header.Cell(row, column), out _);

    /// <summary>Digits, but not those of "ngày 25 tháng 3 năm 2022".</summary>
    private static bool HasDigitsBesideWords(ReadOnlySpan<char> text) =>
        HasDigits(text) && !Fold.Of(text).Contains("ngày ", StringComparison.Ordinal);

    private static bool HasDigits(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0;
}
