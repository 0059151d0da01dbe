using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>Names of the files behind a unit's uploads, from table Exports; a journal outlives them, so some may lack.</summary>
public sealed class UploadFiles(Store store)
{
    private static readonly string[] Columns = ["RowKey", "File"];

    public async Task<IReadOnlyDictionary<Stamp, string>> OfAsync(string unit, CancellationToken cancellation)
    {
        var files = new Dictionary<Stamp, string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {unit}");
        var rows = store
            .Table(StoredNames.ExportsTable)
            .QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancellation);
        await foreach (var row in rows)
            files[StampOf(row.RowKey)] = row.GetString("File");
        return files;
    }

    /// <summary>{as-of}-{uploaded at}-{sha256}, as <see cref="Keys.ExportRow"/> spells it.</summary>
    private static Stamp StampOf(string row)
    {
        var parts = row.Split('-');
        var asOf = DateOnly.ParseExact(string.Join('-', parts[..3]), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Stamp.Of(asOf, long.Parse(parts[3], CultureInfo.InvariantCulture), parts[4]);
    }
}
