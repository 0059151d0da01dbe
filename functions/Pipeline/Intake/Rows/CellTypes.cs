using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Tells whether a cell looks as the cells of a column do.</summary>
internal sealed class CellTypes(ReadingContext context)
{
    private readonly DateCells dates = new(context);
    private readonly WordColumn<Status> statuses = new(context.Lexicon.Statuses.On(context.AsOf));
    private readonly WordColumn<Channel> channels = new(context.Lexicon.Channels.On(context.AsOf));
    private readonly WordColumn<Channel> returnChannels = new(context.Lexicon.ReturnChannels.On(context.AsOf));
    private readonly WordColumn<Level> levels = new(context.Lexicon.Levels.On(context.AsOf));
    private readonly WordColumn<bool> yesNo = new(context.Lexicon.YesNo.On(context.AsOf));

    /// <summary>Columns whose cells can be told from others; names of fields can't.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code,
        Column.Received,
        Column.Due,
        Column.Finished,
        Column.Returned,
        Column.Status,
        Column.Channel,
        Column.ReturnChannel,
        Column.Level,
        Column.Procedure,
        Column.Digitised,
        Column.PaidOnline,
    ];

    /// <summary>Columns in which a text may be unknown without being out of place.</summary>
    public static bool IsSoft(Column column) => column > Column.Status;

    public bool Fits(Column column, Row row, int place)
    {
        var text = row[place];
        return column switch
        {
            Column.Code => DossierCode.Parse(text, context.Lexicon.Profile.NumericCodes) is not null,
            Column.Received or Column.Due or Column.Finished or Column.Returned => IsDate(row, place),
            Column.Status => statuses.TryRead(text, out _),
            Column.Channel => channels.TryRead(text, out _),
            Column.ReturnChannel => returnChannels.TryRead(text, out _),
            Column.Level => levels.TryRead(text, out _),
            Column.Procedure => ProcedureCode.Parse(text) is not null,
            Column.Digitised or Column.PaidOnline => yesNo.TryRead(text, out _),
            Column.Field or Column.Unit or Column.Dropped => true,
        };
    }

    private bool IsDate(Row row, int place) => dates.TryRead(row, place, out _) || DateCells.IsBlank(row[place]);
}
