using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>
/// Reads a checklist of any format that exports are read in: bytes → tables → header → lines, kept or told why not.
/// Pure; bad input is an answer, never an exception.
/// </summary>
public sealed class ChecklistReader(UnitRegister units, CriterionList criteria, PeriodScheme scheme)
{
    /// <summary>design.md §8: so many lines refused, and so many of hundred, and none is taken.</summary>
    private const int FewestRefused = 5;
    private const int RefusedPerCent = 20;

    private readonly EvidenceWords words = new(units);

    public IntakeLimits Limits { get; init; } = IntakeLimits.Standard;

    /// <summary>Reads one checklist.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="file">Its blob name, kept with every line.</param>
    /// <param name="uploadedAt">UTC ticks.</param>
    public ChecklistReading Read(ReadOnlyMemory<byte> content, string file, long uploadedAt)
    {
        using var opened = ExportFile.Open(content, Limits);
        if (opened.Defect is { } defect)
            return Unread(defect);
        var tables = ChecklistTables.In(opened);
        if (tables.Several)
            return ChecklistReading.Unread(Outcome.Refused, ChecklistFaults.SeveralTables);
        if (tables.Readings.Count == 0)
            return tables.Defect is { } broken
                ? Unread(broken)
                : ChecklistReading.Unread(Outcome.Quarantined, ChecklistFaults.ColumnMissing(tables.Nearest));
        if (tables.Readings[0].Header is { Twice: { } twice } header)
            return ChecklistReading.Unread(Outcome.Refused, ChecklistFaults.DuplicateHeader(header.Line, twice));
        var readings = tables
            .Readings.Select(reading => Read(reading.Table, reading.Header, file, uploadedAt))
            .ToList();
        return readings.TrueForAll(other => other.Kept.SequenceEqual(readings[0].Kept))
            ? readings[0]
            : ChecklistReading.Unread(Outcome.Quarantined, ChecklistFaults.EncodingUnclear);
    }

    private ChecklistReading Read(RowSource table, ChecklistHeader header, string file, long uploadedAt)
    {
        if (ChecklistHeader.Find(table) is null)
            throw new InvalidOperationException("A header was found here before.");
        var lines = new LineReader(
            header,
            new LineKeys(units, criteria, scheme),
            words,
            new LineStamp(file, uploadedAt, table.SerialEpoch)
        );
        var findings = new Findings(Limits);
        var kept = new Dictionary<(string Unit, string Criterion), ChecklistLine>();
        var (read, refused) = (0, 0);
        var row = new Row();
        while (table.Read(row))
        {
            var line = lines.Read(row, findings);
            var above = line.IsLine ? lines.TellUnkeyed(findings) : 0;
            read += above + (line.IsLine ? 1 : 0);
            refused += above + (line.IsRefused ? 1 : 0);
            if (line.Kept is not { } one)
                continue;
            if (kept.Remove((one.Unit, one.Criterion), out var upper))
                findings.Warn(ChecklistFaults.Repeated(upper.Line, one.Line));
            kept.Add((one.Unit, one.Criterion), one);
        }
        var whole = table.Defect is { } defect
            ? new RowFault(defect.Line, "", defect.Code, defect.Message)
            : TooMany(read, refused);
        var format = $"{table.Description}, tiêu đề ở dòng {header.Line}";
        var outcome = (whole, refused) switch
        {
            (not null, _) => table.Defect?.Outcome ?? Outcome.Refused,
            (null, 0) => Outcome.Accepted,
            (null, _) => Outcome.Partly,
        };
        return new()
        {
            Outcome = outcome,
            Period = lines.Period?.Name ?? "",
            Kept = whole is null ? [.. kept.Values.OrderBy(line => line.Line)] : [],
            Lines = read,
            Refused = whole is null ? refused : read,
            Blank = lines.Blank,
            Faults = whole is null ? findings.Faults : [whole, .. findings.Faults],
            Warnings = findings.Warnings,
            Format = format,
            Message = whole?.Message ?? ChecklistFaults.Taken(read, refused, lines.Blank, lines.Period?.Name),
        };
    }

    private static RowFault? TooMany(int read, int refused) =>
        refused >= FewestRefused && 100L * refused > (long)RefusedPerCent * read
            ? ChecklistFaults.TooManyRefused(refused, read)
            : null;

    private static ChecklistReading Unread(FileDefect defect) =>
        ChecklistReading.Unread(defect.Outcome, new RowFault(defect.Line, "", defect.Code, defect.Message));
}
