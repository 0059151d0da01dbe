using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>Names of the files behind a unit's uploads, from table Exports; a journal outlives them, so some may lack.</summary>
public sealed class UploadFiles(Store store, DamageMarks marks)
{
    /// <summary>A row that can't be read is one that lacks, and health names it.</summary>
    public async Task<IReadOnlyDictionary<Stamp, string>> OfAsync(string unit, CancellationToken cancellation)
    {
        var files = new Dictionary<Stamp, string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {unit}");
        var table = store.Table(StoredNames.ExportsTable);
        foreach (var (stamp, file) in (await marks.ReadAllAsync(table, filter, Read, cancellation)).Rows)
            files[stamp] = file;
        return files;
    }

    /// <summary>The upload and the name of its file.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    internal static (Stamp Stamp, string File) Read(StoredRow row)
    {
        // {as-of}-{uploaded at}-{sha256}, as Keys.ExportRow spells it.
        if (
            row.Key.Split('-') is not [var year, var month, var day, var ticks, { Length: 64 } sha256]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var uploadedAt)
        )
            throw row.Unreadable("khóa của dòng này không phải của một tệp");
        var asOf = row.ParsedDay($"{year}-{month}-{day}", IsoDay.Format);
        return (Stamp.Of(asOf, uploadedAt, sha256), row.Text("File"));
    }
}
