using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Rows;

namespace CCHC.Pipeline.Intake;

/// <summary>All rows of a table read once in one context.</summary>
internal sealed class TableReading
{
    private readonly RowReader rows;

    private TableReading(ReadingContext context, Findings findings)
    {
        Context = context;
        Findings = findings;
        rows = new RowReader(context, findings);
    }

    public ReadingContext Context { get; private set; }
    public Findings Findings { get; }
    public IReadOnlyList<KeptRow> Kept { get; private set; } = [];
    public int Rows => rows.Rows;
    public int Refused => rows.Refused;
    public DateOnly? LatestEvent => rows.LatestEvent;
    public DateOnly? EarliestEvent => rows.EarliestEvent;

    /// <summary>Accepted rows that tell of something after the as-of date.</summary>
    public int LateRows => rows.LateRows;

    /// <summary>Returns whose day no column tells.</summary>
    public UnknownReturns UnknownReturns => rows.UnknownReturns;

    /// <summary>What the unit cells say.</summary>
    public UnitCells Units => rows.Units;

    /// <summary>Rows of other units, passed over.</summary>
    public int LeftOut => rows.LeftOut;

    /// <summary>What makes the whole file unfit; null if nothing does.</summary>
    public RowFault? Defect { get; private set; }

    /// <summary>What becomes of the file because of <see cref="Defect"/>.</summary>
    public Outcome DefectOutcome { get; private set; } = Outcome.Refused;

    /// <summary>Reads the rows from where <paramref name="table"/> stands: right after its header.</summary>
    public static TableReading Of(RowSource table, ReadingContext context, IntakeLimits limits)
    {
        var reading = new TableReading(context, new Findings(limits));
        reading.Read(table, limits);
        return reading;
    }

    /// <summary>Reads again from the header on, judged by another day or unit.</summary>
    public static TableReading Again(RowSource table, ReadingContext context, IntakeLimits limits)
    {
        ToHeader(table, context.Header);
        return Of(table, context, limits);
    }

    /// <summary>The same reading where nothing of it would differ in that context.</summary>
    public TableReading In(ReadingContext context)
    {
        Context = context;
        return this;
    }

    /// <summary>Nothing of the file counts until somebody has looked at it.</summary>
    public void HoldBack(RowFault fault)
    {
        if (Defect is not null)
            return;
        (Defect, DefectOutcome, Kept) = (fault, Outcome.Quarantined, []);
    }

    private void Read(RowSource table, IntakeLimits limits)
    {
        var row = new Row();
        while (table.Read(row))
            rows.Read(row);
        foreach (var words in rows.UnknownWords)
            Findings.Warn(words);
        if (rows.UnlistedFields is { } unlisted)
            Findings.Warn(unlisted);
        Defect = FindDefect(table) ?? Quarantined(ManyProcedures(limits.Procedures));
        if (Defect is not null)
            return;
        Kept = rows.Kept.Join(WarnOfRepetition);
        if (rows.FinishedIsReturned)
            Findings.Warn(FileFaults.FinishedIsReturned(Context.Header));
    }

    private RowFault? FindDefect(RowSource table)
    {
        var header = Context.Header;
        if (table.Defect is { } broken)
        {
            DefectOutcome = broken.Outcome;
            return new RowFault(broken.Line, "", broken.Code, broken.Message);
        }
        if (rows.SecondHeader is { } line)
            return Quarantined(FileFaults.SecondHeader(line));
        if (rows.Contradicted is { } column)
            return FileFaults.DuplicateHeader(header, column);
        if (HasManyUnfit())
        {
            ToHeader(table, header);
            if (ShiftCheck.Find(table, Context) is var (shifted, by))
                return FileFaults.Shifted(header, shifted, by);
        }
        return Quarantined(rows.Dates.Fault ?? rows.UnknownDates.Fault);
    }

    private RowFault? ManyProcedures(int most) =>
        rows.Procedures > most ? FileFaults.TooManyProcedures(Context.Header, rows.Procedures, most) : null;

    private RowFault? Quarantined(RowFault? fault)
    {
        DefectOutcome = fault is null ? Outcome.Refused : Outcome.Quarantined;
        return fault;
    }

    /// <summary>A fifth of the rows with a cell that doesn't fit one column.</summary>
    private bool HasManyUnfit() =>
        CellTypes.Columns.Any(column => rows.Unfit(column) is > 0 and var n && 5 * n >= Rows);

    private void WarnOfRepetition(int upper, int lower)
    {
        var message = $"Hồ sơ đã có ở dòng {upper}; ô không trống của dòng dưới được lấy.";
        Findings.Warn(new RowFault(lower, Context.Header.TextOf(Column.Code), FaultCodes.RepeatedDossier, message));
    }

    private static void ToHeader(RowSource table, Header header)
    {
        table.Rewind();
        FirstLines.Skip(table, header.Depth);
    }
}
