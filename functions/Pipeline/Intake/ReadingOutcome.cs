using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake;

/// <summary>What becomes of a file after its rows were judged.</summary>
internal static class ReadingOutcome
{
    private const int FewestRefused = 5;
    private const int RefusedPerCent = 20;

    /// <summary>A file none of whose rows counts.</summary>
    public static ExportReading Unread(Upload upload, Unit? unit, DateOnly asOf, Outcome outcome, RowFault fault) =>
        new()
        {
            Upload = upload,
            Unit = unit,
            AsOf = asOf,
            Outcome = outcome,
            Faults = [fault],
            Message = fault.Message,
        };

    public static ExportReading On(Upload upload, TableReading reading, string format)
    {
        var whole = reading.Defect ?? TooMany(reading);
        return whole is null ? Taken(upload, reading, format) : NotTaken(upload, reading, format, whole);
    }

    private static RowFault? TooMany(TableReading reading) =>
        reading.Refused >= FewestRefused && 100L * reading.Refused > (long)RefusedPerCent * reading.Rows
            ? FileFaults.TooManyRefused(reading.Refused, reading.Rows)
            : null;

    private static ExportReading Taken(Upload upload, TableReading reading, string format) =>
        new()
        {
            Upload = upload,
            Unit = reading.Context.Unit,
            AsOf = reading.Context.AsOf,
            Outcome = reading.Refused == 0 ? Outcome.Accepted : Outcome.Partly,
            Columns = reading.Context.Header.Columns,
            Kept = reading.Kept,
            Rows = reading.Rows,
            Accepted = reading.Rows - reading.Refused,
            Refused = reading.Refused,
            Faults = reading.Findings.Faults,
            Warnings = reading.Findings.Warnings,
            Format = format,
            Message = Said(reading),
        };

    /// <summary>A refused file's rows are all refused, the sound ones too.</summary>
    private static ExportReading NotTaken(Upload upload, TableReading reading, string format, RowFault whole) =>
        new()
        {
            Upload = upload,
            Unit = reading.Context.Unit,
            AsOf = reading.Context.AsOf,
            Outcome = reading.DefectOutcome,
            Columns = reading.Context.Header.Columns,
            Rows = reading.Rows,
            Refused = reading.Rows,
            Faults = [whole, .. reading.Findings.Faults],
            Warnings = reading.Findings.Warnings,
            Format = format,
            Message = whole.Message,
        };

    private static string Said(TableReading reading)
    {
        var day = Told.Day(reading.Context.AsOf);
        if (reading.Rows == 0)
            return $"Đã nhận tệp không có hồ sơ nào, số liệu đến ngày {day}.";
        return reading.Refused == 0
            ? $"Đã nhận đủ {reading.Rows} dòng, số liệu đến ngày {day}."
            : $"Đã nhận {reading.Rows - reading.Refused} trong {reading.Rows} dòng, {reading.Refused} dòng có lỗi cần sửa, số liệu đến ngày {day}.";
    }
}
