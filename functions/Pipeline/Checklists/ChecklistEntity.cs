using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>A checklist's line as a table's row. The columns of a page's check are written by the check alone.</summary>
internal static class ChecklistEntity
{
    public static TableEntity New(ChecklistLine line)
    {
        var row = new TableEntity(Keys.Checked(line.Period), Keys.ChecklistRow(line.Unit, line.Criterion));
        Write(line, row);
        return row;
    }

    /// <summary>Puts a line into a row, and leaves what a check of its page wrote there.</summary>
    public static void Write(ChecklistLine line, TableEntity row)
    {
        row["Unit"] = line.Unit;
        row["Criterion"] = line.Criterion;
        Set(row, "Done", line.Answer.Done);
        row["Day"] = line.Answer.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        Set(row, "Number", line.Answer.Number);
        row["Address"] = line.Answer.Address;
        row["Evidence"] = line.Evidence;
        row["File"] = line.File;
        row["Line"] = line.Line;
        row["UploadedAt"] = line.UploadedAt;
    }

    public static ChecklistLine Read(TableEntity entity)
    {
        var address = entity.GetString("Address");
        return new(
            entity.PartitionKey,
            entity.GetString("Unit"),
            entity.GetString("Criterion"),
            new Answer(entity.GetBoolean("Done"), Day(entity.GetString("Day")), entity.GetInt32("Number"), address),
            entity.GetString("Evidence"),
            entity.GetString("File"),
            entity.GetInt32("Line")!.Value,
            entity.GetInt64("UploadedAt")!.Value,
            entity.GetString("PageAddress") == address && address.Length > 0 ? PageOf(entity) : null
        );
    }

    private static PageCheck PageOf(TableEntity entity) =>
        new(
            entity.GetString("PageAddress"),
            Day(entity.GetString("PageCheckedOn"))!.Value,
            Enum.Parse<PageStatus>(entity.GetString("PageStatus")),
            entity.GetInt32("PageHttpStatus"),
            entity.GetString("PageEvidence")
        );

    /// <summary>A table has no empty value: the column is left out.</summary>
    private static void Set(TableEntity row, string column, object? value)
    {
        if (value is null)
            row.Remove(column);
        else
            row[column] = value;
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: > 0 } ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
