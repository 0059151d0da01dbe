using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Storage;

/// <summary>Units and targets in tables, days off and profiles in blobs; a new store is filled with the shipped lists.</summary>
public sealed class RegisterStore(Store store, ProfileStore profiles, OfficeStore offices)
{
    private const string UnitsPartition = "unit";
    internal const string DaysOff = "days-off.csv";

    /// <summary>Fills a new store: the units of Hồng Ngự, the target of 2022, the days off. An existing one stays as it is.</summary>
    public async Task SeedAsync(CancellationToken cancellation)
    {
        var blob = store.Container(StoredNames.Settings).GetBlobClient(DaysOff);
        if (await blob.ExistsAsync(cancellation))
            return;
        await ImportUnitsAsync(UnitCsv.Parse(Shipped.Units), cancellation);
        await ImportTargetsAsync(Target.ParseCsv(Shipped.Targets), cancellation);
        await offices.ImportAsync(OfficeCsv.Parse(Shipped.Offices), cancellation);
        try
        {
            var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await blob.UploadAsync(BinaryData.FromString(Shipped.DaysOff), options, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // Another process filled the same new store with the same lists.
        }
    }

    public async Task<RegisterContent> ReadAsync(CancellationToken cancellation)
    {
        var units = new UnitRegister(await ReadUnitsAsync(cancellation));
        var calendar = WorkingCalendar.Parse(await DaysOffTextAsync(cancellation));
        return new(units, await ReadTargetsAsync(cancellation), calendar, await profiles.ReadAsync(cancellation))
        {
            Offices = await offices.ReadAsync(cancellation),
        };
    }

    /// <summary>The days off as staff keep them.</summary>
    public async Task<string> DaysOffTextAsync(CancellationToken cancellation)
    {
        var blob = store.Container(StoredNames.Settings).GetBlobClient(DaysOff);
        return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString();
    }

    /// <summary>Replaces the whole list of days off.</summary>
    /// <exception cref="InvalidDataException">It can't be read; nothing was changed.</exception>
    public async Task WriteDaysOffAsync(string text, CancellationToken cancellation)
    {
        _ = WorkingCalendar.Parse(text);
        var blob = store.Container(StoredNames.Settings).GetBlobClient(DaysOff);
        await blob.UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation);
    }

    public async Task ImportUnitsAsync(IEnumerable<Unit> units, CancellationToken cancellation)
    {
        var table = store.Table(StoredNames.UnitsTable);
        foreach (var unit in units)
        {
            var entity = new TableEntity(UnitsPartition, Keys.Checked(unit.Id))
            {
                ["Code"] = unit.Code.Text,
                ["Name"] = unit.Name,
                ["Kind"] = unit.Kind,
                ["Parent"] = unit.Parent,
                ["ValidFrom"] = Day(unit.ValidFrom),
                ["ValidTo"] = Day(unit.ValidTo),
                ["Successors"] = string.Join(';', unit.Successors),
                ["Mail"] = unit.Mail,
            };
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
        }
    }

    public async Task ImportTargetsAsync(IEnumerable<Target> targets, CancellationToken cancellation)
    {
        var table = store.Table(StoredNames.TargetsTable);
        foreach (var target in targets)
        {
            var entity = new TableEntity(
                Keys.Checked(target.Kpi),
                Keys.Checked(Keys.TargetRow(target.ValidFrom, target.Unit))
            )
            {
                ["Num"] = target.Num,
                ["Den"] = target.Den,
                ["ValidFrom"] = Day(target.ValidFrom),
                ["ValidTo"] = Day(target.ValidTo),
                ["Unit"] = target.Unit ?? "",
                ["Source"] = target.Source,
            };
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
        }
    }

    public async Task<IReadOnlyList<Unit>> ReadUnitsAsync(CancellationToken cancellation)
    {
        var units = new List<Unit>();
        var ofPartition = TableClient.CreateQueryFilter($"PartitionKey eq {UnitsPartition}");
        await foreach (
            var e in store
                .Table(StoredNames.UnitsTable)
                .QueryAsync<TableEntity>(ofPartition, cancellationToken: cancellation)
        )
        {
            if (!UnitCode.TryParse(e.GetString("Code"), out var code))
                throw new InvalidDataException(
                    $"Units/{e.RowKey}: \"{e.GetString("Code")}\" is no unit code; import the units again."
                );
            var successors = e.GetString("Successors").Split(';', StringSplitOptions.RemoveEmptyEntries);
            units.Add(
                new(
                    code,
                    e.GetString("Name"),
                    e.GetString("Kind"),
                    e.GetString("Parent"),
                    Day(e, "ValidFrom"),
                    Day(e, "ValidTo"),
                    successors
                )
                {
                    Mail = e.GetString("Mail") ?? "",
                }
            );
        }
        return units;
    }

    private async Task<IReadOnlyList<Target>> ReadTargetsAsync(CancellationToken cancellation)
    {
        var targets = new List<Target>();
        foreach (var kpi in KpiCatalogue.All)
        {
            var ofPartition = TableClient.CreateQueryFilter($"PartitionKey eq {kpi.Id}");
            await foreach (
                var e in store
                    .Table(StoredNames.TargetsTable)
                    .QueryAsync<TableEntity>(ofPartition, cancellationToken: cancellation)
            )
            {
                var unit = e.GetString("Unit") is { Length: > 0 } id ? id : null;
                targets.Add(
                    new(
                        kpi.Id,
                        e.GetInt32("Num")!.Value,
                        e.GetInt32("Den")!.Value,
                        Day(e, "ValidFrom")!.Value,
                        Day(e, "ValidTo"),
                        unit,
                        e.GetString("Source")
                    )
                );
            }
        }
        return targets;
    }

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(TableEntity entity, string column) =>
        entity.GetString(column) is { Length: > 0 } text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
