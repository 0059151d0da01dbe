using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Rows;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>What all lines of a file share.</summary>
/// <param name="File">Its name.</param>
/// <param name="UploadedAt">UTC ticks.</param>
/// <param name="Epoch">Day 0 of its serial days.</param>
internal sealed record LineStamp(string File, long UploadedAt, DateOnly Epoch);

/// <summary>What a row was.</summary>
/// <param name="IsLine">It holds an answer, or something in its place.</param>
/// <param name="Kept">The line if it counts.</param>
internal readonly record struct ReadLine(bool IsLine, ChecklistLine? Kept = null)
{
    public bool IsRefused => IsLine && Kept is null;
}

/// <summary>Judges the rows under a header one by one.</summary>
internal sealed class LineReader(ChecklistHeader header, LineKeys keys, EvidenceWords words, LineStamp stamp)
{
    private const int LongestEvidence = 500;

    private static readonly ChecklistColumn[] Kept =
    [
        ChecklistColumn.Period,
        ChecklistColumn.UnitCode,
        ChecklistColumn.CriterionId,
        ChecklistColumn.Result,
        ChecklistColumn.Day,
        ChecklistColumn.Evidence,
    ];

    private static readonly ChecklistColumn[] Answered =
    [
        ChecklistColumn.Result,
        ChecklistColumn.Day,
        ChecklistColumn.Evidence,
    ];

    private readonly List<int> unkeyed = [];

    /// <summary>Of the file: that of its first line.</summary>
    public Period? Period { get; private set; }

    /// <summary>Lines without an answer.</summary>
    public int Blank { get; private set; }

    public ReadLine Read(Row row, Findings findings)
    {
        if (header.IsRepeatedBy(row))
            return default;
        var cells = CellsOf(row);
        var key = new KeyCells(
            Text(row, ChecklistColumn.Period),
            Text(row, ChecklistColumn.UnitCode),
            Text(row, ChecklistColumn.UnitName),
            Text(row, ChecklistColumn.CriterionId),
            Text(row, ChecklistColumn.CriterionName)
        );
        Period ??= keys.PeriodOf(key.Period);
        if (cells.IsBlank && !IsComputed(row))
        {
            Blank += key.Unit.Length > 0 && key.Criterion.Length > 0 ? 1 : 0;
            return default;
        }
        // A signature under the table stands where answers do, beside no unit; above a line it is none.
        if (key is { Unit: "", Criterion: "" } && keys.PeriodOf(key.Period) is null && !IsAnswer(cells))
        {
            unkeyed.Add(row.Line);
            return default;
        }
        return Judge(row, key, cells, findings);
    }

    /// <summary>Rows above the present one that hold something beside no unit and no criterion, each a line that is refused.</summary>
    public int TellUnkeyed(Findings findings)
    {
        foreach (var line in unkeyed)
            findings.Fault(ToldAt(line, LineKeys.Missing(ChecklistColumn.UnitCode)));
        var count = unkeyed.Count;
        unkeyed.Clear();
        return count;
    }

    /// <summary>What no signature is: a word for yes or no, a number, an address, a day.</summary>
    private static bool IsAnswer(ChecklistCells cells) =>
        AnswerWords.Read(cells.Result) is not null
        || (cells.Result.Length > 0 && cells.Result.All(char.IsAsciiDigit))
        || cells.Result.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        || (cells.Result.Length == 0 && cells.Day.Length > 0 && CivilDate.TryParse(cells.Day, out _));

    private ReadLine Judge(Row row, KeyCells key, ChecklistCells cells, Findings findings)
    {
        if (Kept.Where(column => header.KindOf(row, column) is CellKind.Formula).ToList() is [var computed, ..])
            return Refuse(ChecklistFaults.Formula(computed));
        var (found, unknown) = keys.Find(key, Period);
        if (found is not { } line)
            return Refuse(unknown!);
        if (EvidenceFault(cells.Evidence) is { } personal)
            return Refuse(personal);
        var read = AnswerReader.Read(line.Criterion.Kind, cells);
        if (read.Fault is not null)
            return Refuse(read.Fault);
        if (read.Warning is { } warning)
            findings.Warn(Told(warning));
        if (line.Warning is { } beside)
            findings.Warn(Told(beside));
        return new(
            true,
            new(
                line.Period.Name,
                line.Unit.Id,
                line.Criterion.Id,
                read.Answer!,
                EvidenceWords.Kept(cells.Evidence),
                stamp.File,
                row.Line,
                stamp.UploadedAt
            )
        );

        ReadLine Refuse(CellFault fault)
        {
            findings.Fault(Told(fault));
            return new(true);
        }

        RowFault Told(CellFault fault) => ToldAt(row.Line, fault);
    }

    private static RowFault ToldAt(int line, CellFault fault) =>
        new(line, fault.Column.Title(), fault.Code, fault.Message);

    /// <summary>A formula is never taken for a blank, whatever value it was saved with.</summary>
    private bool IsComputed(Row row) =>
        row.HasFormula && Answered.Any(column => header.KindOf(row, column) is CellKind.Formula);

    private CellFault? EvidenceFault(string evidence) =>
        evidence.Length > LongestEvidence ? ChecklistFaults.EvidenceLong(LongestEvidence)
        : words.Spell(evidence) ? null
        : ChecklistFaults.EvidencePersonal;

    private ChecklistCells CellsOf(Row row) =>
        new(
            Text(row, ChecklistColumn.Result),
            Text(row, ChecklistColumn.Day),
            header.KindOf(row, ChecklistColumn.Day),
            Text(row, ChecklistColumn.Evidence),
            stamp.Epoch,
            VietnamTime.DayOf(stamp.UploadedAt)
        );

    private string Text(Row row, ChecklistColumn column) => Fold.Collapse(Fold.Nfc(header.Cell(row, column)));
}
