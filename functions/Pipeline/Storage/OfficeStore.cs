using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Storage;

/// <summary>Table Offices: which office answers for which fields, effective-dated.</summary>
public sealed class OfficeStore(Store store)
{
    private readonly StaffTable table = new(store, StoredNames.OfficesTable);

    /// <summary>Adds or replaces offices by id and first day.</summary>
    public Task ImportAsync(IEnumerable<Office> offices, CancellationToken cancellation) =>
        table.ImportAsync(offices.Select(EntityOf), cancellation);

    /// <summary>Gives those that the program ships with; what lies there stays.</summary>
    internal Task GiveAsync(IEnumerable<Office> offices, CancellationToken cancellation) =>
        table.GiveAsync(offices.Select(EntityOf), cancellation);

    /// <summary>Notes which there are in a store of an earlier program; false: it was noted before.</summary>
    internal Task<bool> AdoptAsync(CancellationToken cancellation) =>
        table.AdoptAsync(_ => Task.FromResult<IReadOnlyCollection<string>>([]), cancellation);

    private static TableEntity EntityOf(Office office) =>
        new TableEntity(Keys.Offices, Keys.Checked(RowOf(office)))
        {
            ["Id"] = office.Id,
            ["Name"] = office.Name,
            ["Head"] = office.Head,
            ["Fields"] = string.Join(';', office.Fields),
            ["Mail"] = office.Mail,
            ["ValidFrom"] = IsoDay.Of(office.ValidFrom),
            ["ValidTo"] = IsoDay.Of(office.ValidTo),
        }.Marked();

    /// <summary>Offices that can be read; the others are among the damages.</summary>
    internal async Task<IReadOnlyList<Office>> ReadAsync(List<Damage> damages, CancellationToken cancellation)
    {
        var ofPartition = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Offices}");
        return await table.ReadAsync(ofPartition, Read, damages, cancellation);
    }

    /// <summary>Whether what is damaged is this list, whole or in part.</summary>
    internal static bool IsOf(Damage damage) =>
        damage.Place.Split('/')[0] == StoredNames.OfficesTable
        || damage.Place == ListKeys.PlaceOf(StoredNames.OfficesTable);

    private static Office Read(StoredRow row)
    {
        var office = new Office(
            row.Text("Id"),
            row.Text("Name"),
            row.Text("Head"),
            row.Text("Fields").Split(';', StringSplitOptions.RemoveEmptyEntries),
            row.Text("Mail"),
            row.Day("ValidFrom"),
            row.Day("ValidTo")
        );
        return RowOf(office) == row.Key ? office : throw row.Unreadable("id hoặc ngày bắt đầu không đúng với dòng này");
    }

    private static string RowOf(Office office) =>
        office.ValidFrom is { } from
            ? $"{office.Id}-{from.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}"
            : office.Id;
}
