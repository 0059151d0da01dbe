using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Rows;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>Counts the distinct texts of a sample's columns, in rows that have a dossier code.</summary>
internal sealed class SampleTexts(ReadingContext context)
{
    private const int Distinct = 1_000;
    private const int Short = 40;
    private const string Blank = "ô trống";

    /// <summary>A text on fewer rows may be somebody's name in the wrong column.</summary>
    private const int Repeated = 3;
    private readonly Dictionary<(Column Column, string Text), int> words = [];
    private readonly Dictionary<(Column Column, string Form), int> dates = [];
    private readonly DateCells dateCells = new(context);

    public IReadOnlyList<TextUse> Values =>
        [
            .. words
                .OrderBy(word => word.Key.Column)
                .Select(word =>
                    Use(word.Key.Column, word.Key.Text, MeaningOf(word.Key.Column, word.Key.Text), word.Value)
                )
                .GroupBy(use => (use.Header, use.Text, use.Meaning))
                .Select(group => group.First() with { Rows = group.Sum(use => use.Rows) }),
        ];

    public IReadOnlyList<TextUse> Dates =>
        [
            .. dates
                .OrderBy(date => date.Key.Column)
                .Select(date => new TextUse(
                    context.Header.TextOf(date.Key.Column),
                    date.Key.Form,
                    MeaningOf(date.Key.Form),
                    date.Value
                ))
                .Select(use => use with { Text = use.Text.TrimStart('?') }),
        ];

    private static string? MeaningOf(string form) =>
        form == Blank ? "không có ngày"
        : form.StartsWith('?') ? null
        : "ngày";

    public void Read(RowSource table)
    {
        var row = new Row();
        while (table.Read(row))
        {
            if (DossierCode.Parse(context.Header.Cell(row, Column.Code), context.Lexicon.Profile.NumericCodes) is null)
                continue;
            for (var column = Column.Received; column < Column.Unit; column++)
                Count(row, column);
        }
    }

    private void Count(Row row, Column column)
    {
        if (!context.Header.Has(column))
            return;
        var place = context.Header[column];
        if (column <= Column.Returned)
            Add(dates, (column, FormOf(row, place)));
        else if (column is not (Column.Field or Column.Procedure))
            Add(words, (column, row[place].ToString()));
    }

    private static void Add<T>(Dictionary<T, int> counts, T key)
        where T : notnull
    {
        if (counts.TryGetValue(key, out var count) || counts.Count < Distinct)
            counts[key] = count + 1;
    }

    /// <summary>"00/00/0000 00:00"; with a question mark what is no date.</summary>
    private string FormOf(Row row, int place)
    {
        var text = row[place];
        if (DateCells.IsBlank(text))
            return Blank;
        if (!dateCells.TryRead(row, place, out _))
            return "?" + (Shape.IsDateShaped(text) ? Digits(text) : Shape.Found(text, context.Lexicon));
        return row.KindOf(place) is CellKind.Number ? "số ngày của bảng tính" : Digits(text);
    }

    private static string Digits(ReadOnlySpan<char> text) =>
        string.Concat(text.ToString().Select(c => char.IsAsciiDigit(c) ? '0' : c));

    private TextUse Use(Column column, string text, string? meaning, int rows)
    {
        var told =
            text.Length == 0 || (meaning is null && !MayBeTold(text, rows)) ? Shape.Found(text, context.Lexicon) : text;
        return new(context.Header.TextOf(column), told, meaning, rows);
    }

    /// <summary>A code of one or two digits, or a short text without digits that stands on several rows.</summary>
    private static bool MayBeTold(string text, int rows) =>
        (Shape.IsNumericCode(text) && text.Length <= 2)
        || (
            text.Length <= Short
            && rows >= Repeated
            && !text.Any(char.IsDigit)
            && !text.Contains('@', StringComparison.Ordinal)
        );

    private string? MeaningOf(Column column, string text)
    {
        var (lexicon, day) = (context.Lexicon, context.AsOf);
        if (text.Length == 0)
            return column is Column.Channel or Column.ReturnChannel ? nameof(Channel.InPerson) : "không rõ";
        return column switch
        {
            Column.Status => Read(lexicon.Statuses, text, day),
            Column.Channel => Read(lexicon.Channels, text, day),
            Column.ReturnChannel => Read(lexicon.ReturnChannels, text, day),
            Column.Level => Read(lexicon.Levels, text, day),
            Column.Digitised or Column.PaidOnline => Read(lexicon.YesNo, text, day)?.ToLowerInvariant(),
            Column.Code or Column.Received or Column.Due or Column.Finished or Column.Returned => null,
            Column.Field or Column.Procedure or Column.Unit or Column.Dropped => null,
        };
    }

    private static string? Read<T>(ValueMap<T> map, string text, DateOnly day)
        where T : struct => map.On(day).TryGet(text, out var value) ? value.ToString() : null;
}
