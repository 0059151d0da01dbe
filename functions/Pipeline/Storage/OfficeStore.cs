using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Storage;

/// <summary>Table Offices: which office answers for which fields, effective-dated.</summary>
public sealed class OfficeStore(Store store)
{
    private readonly TableClient table = store.Table(StoredNames.OfficesTable);

    /// <summary>Adds or replaces offices by id and first day.</summary>
    public async Task ImportAsync(IEnumerable<Office> offices, CancellationToken cancellation)
    {
        foreach (var office in offices)
        {
            var entity = new TableEntity(Keys.Offices, Keys.Checked(RowOf(office)))
            {
                ["Id"] = office.Id,
                ["Name"] = office.Name,
                ["Head"] = office.Head,
                ["Fields"] = string.Join(';', office.Fields),
                ["Mail"] = office.Mail,
                ["ValidFrom"] = Text(office.ValidFrom),
                ["ValidTo"] = Text(office.ValidTo),
            };
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
        }
    }

    public async Task<IReadOnlyList<Office>> ReadAsync(CancellationToken cancellation)
    {
        var offices = new List<Office>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Offices}");
        await foreach (var e in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            offices.Add(
                new(
                    e.GetString("Id"),
                    e.GetString("Name"),
                    e.GetString("Head"),
                    e.GetString("Fields").Split(';', StringSplitOptions.RemoveEmptyEntries),
                    e.GetString("Mail"),
                    Day(e.GetString("ValidFrom")),
                    Day(e.GetString("ValidTo"))
                )
            );
        }
        return offices;
    }

    private static string RowOf(Office office) =>
        office.ValidFrom is { } from
            ? $"{office.Id}-{from.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}"
            : office.Id;

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string text) =>
        text.Length > 0 ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
