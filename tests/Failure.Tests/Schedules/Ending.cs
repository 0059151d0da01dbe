using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Tests.Oracle;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>Holds what a schedule left in its store against the plan: figures counted naively, receipts, marks.</summary>
internal sealed class Ending(Plan plan)
{
    private readonly List<string> differences = [];

    public IReadOnlyList<string> Differences => differences;

    public async Task LookAsync(ScheduledHost host)
    {
        foreach (var difference in await host.Get<VerifyRebuild>().VerifyAsync(default))
            differences.Add($"rebuild --verify: {difference}");
        var store = host.Get<Store>();
        var spans = await RowsAsync(store, StoredNames.KpiTable);
        var days = await RowsAsync(store, StoredNames.KpiDailyTable);
        foreach (var unit in plan.Units)
        {
            var oracle = new NaiveOracle(unit, await CountedAsync(host, unit));
            Compare(unit, oracle, spans, days);
            var asOf = await host.Get<CurrentLedger>().AsOfAsync(unit, default);
            if (asOf != oracle.AsOf)
                differences.Add($"{unit}: as-of {asOf}, expected {oracle.AsOf}");
        }
        await ReceiptsAsync(host);
        await MarksAsync(host);
    }

    /// <summary>
    /// What lies there counts, unless withdrawn; what another file has replaced since counts if it was taken in before.
    /// </summary>
    private async Task<IReadOnlyList<NaiveUpload>> CountedAsync(ScheduledHost host, string unit)
    {
        // What was withdrawn may have had a twin by then, or not any more: the journal tells.
        var withdrawn = plan.Withdrawn.Select(upload => StampOf(upload)).ToHashSet();
        var journalled = (await host.Get<JournalStore>().PlacesAsync(unit, default))
            .Where(place => place.Reading > 0)
            .Select(place => (Stamp: (place.Stamp.AsOf, place.Stamp.UploadedAt, place.Stamp.Sha16), place.Counts))
            .Where(place => place.Counts || !withdrawn.Contains(place.Stamp))
            .Select(place => place.Stamp)
            .ToHashSet();
        var counted = new List<NaiveUpload>();
        foreach (var versions in plan.Uploads.Where(upload => upload.Code == unit).GroupBy(upload => upload.Name))
        {
            counted.AddRange(
                versions.SkipLast(1).Where(version => journalled.Contains(StampOf(version))).Select(v => v.What)
            );
            if (!plan.Withdrawn.Contains(versions.Last()) && !versions.Last().IsBad)
                counted.Add(versions.Last().What);
        }
        return counted;
    }

    private static (DateOnly, long, string) StampOf(PlannedUpload upload) =>
        (upload.What.AsOf, upload.What.UploadedAt, upload.What.Sha256[..16]);

    private void Compare(string unit, NaiveOracle oracle, List<TableEntity> spans, List<TableEntity> days)
    {
        var ofSpans = spans
            .Where(row => Keys.UnitOf(row.RowKey) == unit)
            .ToDictionary(
                row => $"{row.PartitionKey[(row.PartitionKey.IndexOf('-') + 1)..]} {row.RowKey[unit.Length..]}",
                KpiEntity.TallyOf
            );
        Compare(
            unit,
            oracle.Rows(statutory: true).ToDictionary(r => $"{r.Key.Period} {r.Key.Suffix}", r => r.Value),
            ofSpans
        );
        var ofDays = days.Where(row => row.PartitionKey.StartsWith($"{unit}-", StringComparison.Ordinal))
            .ToDictionary(row => row.RowKey, KpiEntity.TallyOf);
        Compare(
            unit,
            oracle.Days.ToDictionary(d => d.Key.ToString("yyyyMMdd", CultureInfo.InvariantCulture), d => d.Value),
            ofDays
        );
    }

    private void Compare(
        string unit,
        Dictionary<string, IReadOnlyDictionary<Count, int>> should,
        Dictionary<string, Pipeline.Kpis.Tally> does
    )
    {
        foreach (var row in should.Keys.Union(does.Keys).Order(StringComparer.Ordinal))
        {
            if (!should.TryGetValue(row, out var expected))
                differences.Add($"{unit} {row}: a row that shouldn't be");
            else if (!does.TryGetValue(row, out var actual))
                differences.Add($"{unit} {row}: no row");
            else
                differences.AddRange(
                    expected
                        .Where(count => count.Value != actual[count.Key])
                        .Select(count => $"{unit} {row}: {count.Key} {actual[count.Key]}, expected {count.Value}")
                );
        }
    }

    private async Task ReceiptsAsync(ScheduledHost host)
    {
        var exports = await host.Get<ExportStore>().ListAsync(null, default);
        var sent = plan.Uploads.Select(upload => upload.Name).Distinct().Count();
        if (exports.Count != sent)
            differences.Add($"{exports.Count} uploads lie there, expected {sent}");
        foreach (var export in exports)
        {
            var receipt = (await host.Get<ReceiptStore>().FindAsync(Paths.ReceiptOf(export.Name), default))?.Receipt;
            var last = plan.Uploads.Last(upload => upload.Name == export.Name);
            if (receipt is null || receipt.ETag != export.ETag)
                differences.Add($"{last}: {(receipt is null ? "no receipt" : "the receipt of another upload")}");
            else if (receipt.Outcome is Outcome.Withdrawn != plan.Withdrawn.Contains(last))
                differences.Add($"{last}: {receipt.Outcome}");
            else if (
                receipt.Outcome is Outcome.Failed or Outcome.Refused or Outcome.Quarantined
                != (last.IsBad && !plan.Withdrawn.Contains(last))
            )
                differences.Add($"{last}: {receipt.Outcome}: {receipt.Message}");
            else if (receipt.Sha256 != last.What.Sha256 && !last.IsBad)
                differences.Add($"{last}: a receipt of other content");
        }
    }

    private async Task MarksAsync(ScheduledHost host)
    {
        foreach (var mark in await host.Get<UnfinishedWork>().ListAsync(default))
            differences.Add($"unfinished: {mark.Name}");
        foreach (var mark in await host.Get<HealthCheck>().StandingAsync(default))
            differences.Add($"given up: {mark}");
        foreach (var damage in await host.Get<HealthCheck>().DamagesAsync(default))
            differences.Add($"damaged: {damage.Place}: {damage.Words}");
    }

    private static async Task<List<TableEntity>> RowsAsync(Store store, string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in store.Table(table).QueryAsync<TableEntity>())
            rows.Add(row);
        return rows;
    }
}
