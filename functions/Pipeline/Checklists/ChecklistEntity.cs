using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>A checklist's line as a table's row. The columns of a page's check are written by the check alone.</summary>
internal static class ChecklistEntity
{
    public static TableEntity New(ChecklistLine line)
    {
        var row = new TableEntity(Keys.Checked(line.Period), Keys.ChecklistRow(line.Unit, line.Criterion));
        Write(line, row);
        return row.Marked();
    }

    /// <summary>Puts a line into a row, and leaves what a check of its page wrote there.</summary>
    public static void Write(ChecklistLine line, TableEntity row)
    {
        row["Unit"] = line.Unit;
        row["Criterion"] = line.Criterion;
        Set(row, "Done", line.Answer.Done);
        row["Day"] = IsoDay.Of(line.Answer.Day);
        Set(row, "Number", line.Answer.Number);
        row["Address"] = line.Answer.Address;
        row["Evidence"] = line.Evidence;
        row["File"] = line.File;
        row["Line"] = line.Line;
        row["UploadedAt"] = line.UploadedAt;
    }

    /// <summary>Cells that are absent are empty ones; any other cell must be what it is called.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static ChecklistLine Read(StoredRow row)
    {
        var address = row.Text("Address");
        var line = new ChecklistLine(
            row.Partition,
            row.Text("Unit"),
            row.Text("Criterion"),
            new Answer(row.Perhaps<bool>("Done"), row.Day("Day"), row.Perhaps<int>("Number"), address),
            row.Text("Evidence"),
            row.Text("File"),
            row.Whole("Line"),
            row.Some<long>("UploadedAt"),
            row.Optional("PageAddress") == address && address.Length > 0 ? PageOf(row, address) : null
        );
        if ($"{line.Unit}-{line.Criterion}" != row.Key)
            throw row.Unreadable("đơn vị hoặc tiêu chí không đúng với dòng này");
        // A blank answer is never stored: what made it one is gone.
        return line.Answer.IsBlank ? throw row.Unreadable("không còn câu trả lời") : line;
    }

    private static PageCheck PageOf(StoredRow row, string address) =>
        new(
            address,
            row.SomeDay("PageCheckedOn"),
            row.Choice<PageStatus>("PageStatus"),
            row.Perhaps<int>("PageHttpStatus"),
            row.Optional("PageEvidence")
        );

    /// <summary>A table has no empty value: the column is left out.</summary>
    private static void Set(TableEntity row, string column, object? value)
    {
        if (value is null)
            row.Remove(column);
        else
            row[column] = value;
    }
}
