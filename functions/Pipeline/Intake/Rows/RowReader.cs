using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Reads the rows below a header, one after another: each is accepted, refused with reasons, or no dossier.</summary>
internal sealed class RowReader(ReadingContext context, Findings findings)
{
    private readonly Header header = context.Header;
    private readonly HardCells hard = new(context);
    private readonly SoftCells soft = new(context, findings);
    private readonly OtherRows others = new(context.Header, context.Lexicon);
    private readonly TableEnd end = new();
    private readonly FinishedDays finished = new();
    private ShiftedRow? shifted;
    private int unknown;

    public DateProof Dates => hard.Proof;
    public UnknownDates UnknownDates { get; } = new(context);
    public UnitCells Units => hard.Units;
    public int LeftOut { get; private set; }

    /// <summary>The line of a second header that isn't the first.</summary>
    public int? SecondHeader => others.SecondHeader;

    public int LateRows { get; private set; }
    public DateOnly? EarliestEvent { get; private set; }
    public int Rows { get; private set; }
    public int Refused { get; private set; }
    public KeptRows Kept { get; } = new();

    /// <summary>The latest day on which an accepted row says that something happened.</summary>
    public DateOnly? LatestEvent { get; private set; }

    /// <summary>A column whose header stands twice over different cells.</summary>
    public Column? Contradicted { get; private set; }

    /// <summary>Cells that didn't fit their column, by column.</summary>
    public int Unfit(Column column) => hard.Unfit[(int)column] + soft.Unfit[(int)column];

    /// <summary>What stands in the column of fields and is none.</summary>
    public RowFault? UnlistedFields => soft.Unlisted.Told;

    /// <summary>Different procedures in the file.</summary>
    public int Procedures => soft.Procedures;

    /// <summary>Words of the columns with a closed list that no profile knows.</summary>
    public IEnumerable<RowFault> UnknownWords => hard.Unknown.Told().Concat(soft.Unknown.Told());

    /// <summary>What the accepted rows say of returns.</summary>
    public UnknownReturns UnknownReturns { get; } = new(context);

    /// <summary>True when the finished dates are days of return.</summary>
    public bool FinishedIsReturned => finished.OnlyReturnedHaveOne || finished.AllAreDaysOfReturn;

    public void Read(Row row)
    {
        var code = DossierCode.Parse(header.Cell(row, Column.Code), context.Lexicon.Profile.NumericCodes);
        if (code is null && IsOther(row))
            return;
        if (context.LeavesOutOthers && hard.IsOthers(row))
        {
            LeftOut++;
            return;
        }
        hard.IsQuiet = findings.HasAllFaults;
        var dossier = hard.Read(row, code);
        foreach (var faults in end.TakeBack())
            RefuseRow(faults);
        CompareTwins(row);
        if (code is not null)
            UnknownDates.Add(row);
        if (hard.Faults.Count > 0)
            RefuseRow(hard.Faults);
        else
            Accept(row, code!, dossier);
    }

    private bool IsOther(Row row)
    {
        var kind = others.Judge(row);
        if (kind is OtherRow.PageHead)
            end.Forget();
        if (kind is OtherRow.Total or OtherRow.Signature)
            end.Reach();
        if (kind is not OtherRow.PerhapsNames || !end.IsReached || end.IsTooLong)
            return kind is not (OtherRow.PerhapsNames or OtherRow.Dossier);
        hard.Read(row, code: null);
        end.Add([.. hard.Faults]);
        return true;
    }

    private void Accept(Row row, string code, HardValues dossier)
    {
        var kept = soft.Read(row, code, dossier);
        if (HasNewUnknown() && ShiftIn(row) is { } fault)
        {
            RefuseRow([fault]);
            return;
        }
        Rows++;
        soft.WarnOfDates(row, code, dossier);
        UnknownReturns.Add(dossier.Status);
        NoteEvents(dossier);
        finished.Add(dossier);
        Kept.Add(kept, row.Line);
    }

    private void NoteEvents(HardValues dossier)
    {
        var latest = Latest(null, dossier.Received, dossier.Finished, dossier.Returned);
        LatestEvent = Latest(LatestEvent, latest);
        LateRows += latest > context.AsOf ? 1 : 0;
        if (EarliestEvent is null || dossier.Received < EarliestEvent)
            EarliestEvent = dossier.Received;
    }

    private bool HasNewUnknown()
    {
        var before = unknown;
        unknown = soft.Unfit.Sum();
        return unknown > before;
    }

    private RowFault? ShiftIn(Row row)
    {
        shifted ??= new ShiftedRow(context);
        return shifted.Find(row) is var (column, owner, by)
            ? FileFaults.ShiftedRow(row.Line, header, column, owner, by)
            : null;
    }

    private void RefuseRow(IEnumerable<RowFault> faults)
    {
        Rows++;
        Refused++;
        foreach (var fault in faults)
            findings.Fault(fault);
    }

    private void CompareTwins(Row row)
    {
        foreach (var (first, second) in header.Twins)
        {
            if (!row[first].SequenceEqual(row[second]))
                Contradicted ??= ColumnAt(first);
        }
    }

    private Column ColumnAt(int place)
    {
        var column = Column.Code;
        while (header[column] != place)
            column++;
        return column;
    }

    private static DateOnly? Latest(DateOnly? latest, params ReadOnlySpan<DateOnly?> days)
    {
        foreach (var day in days)
            latest = latest is null || day > latest ? day ?? latest : latest;
        return latest;
    }
}
