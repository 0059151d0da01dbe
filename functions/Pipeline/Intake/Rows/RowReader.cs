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
    private readonly List<RowFault[]> perhapsSignatures = [];

    public int Rows { get; private set; }
    public int Refused { get; private set; }
    public KeptRows Kept { get; } = new();

    /// <summary>The latest day on which an accepted row says that something happened.</summary>
    public DateOnly? LatestEvent { get; private set; }

    /// <summary>A column whose header stands twice over different cells.</summary>
    public Column? Contradicted { get; private set; }

    /// <summary>Cells that didn't fit their column, by column.</summary>
    public int Unfit(Column column) => hard.Unfit[(int)column] + soft.Unfit[(int)column];

    public FieldNames Fields => soft.Fields;

    public void Read(Row row)
    {
        var code = DossierCode.Parse(header.Cell(row, Column.Code), context.Lexicon.Profile.NumericCodes);
        if (code is null && others.Contains(row))
            return;
        var dossier = hard.Read(row, code);
        if (code is null && others.MayBeSignature(row))
        {
            perhapsSignatures.Add([.. hard.Faults]);
            return;
        }
        RefuseRowsTakenForSignatures();
        Rows++;
        CompareTwins(row);
        if (hard.Faults.Count > 0)
            Refuse(hard.Faults);
        else
            Accept(row, code!, dossier);
    }

    private void Accept(Row row, string code, HardValues dossier)
    {
        soft.WarnOfDates(row, code, dossier);
        LatestEvent = Latest(LatestEvent, dossier.Received, dossier.Finished, dossier.Returned);
        Kept.Add(soft.Read(row, code, dossier), row.Line);
    }

    private void Refuse(IEnumerable<RowFault> faults)
    {
        Refused++;
        foreach (var fault in faults)
            findings.Fault(fault);
    }

    /// <summary>A dossier follows: what looked like signatures were rows.</summary>
    private void RefuseRowsTakenForSignatures()
    {
        if (perhapsSignatures.Count == 0)
            return;
        foreach (var faults in perhapsSignatures)
        {
            Rows++;
            Refuse(faults);
        }
        perhapsSignatures.Clear();
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
