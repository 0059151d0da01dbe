using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Storage;

/// <summary>Table Targets, effective-dated.</summary>
public sealed class TargetTable(Store store)
{
    private readonly StaffTable table = new(store, StoredNames.TargetsTable);

    /// <summary>Adds or replaces targets by KPI, first day and unit.</summary>
    public Task ImportAsync(IEnumerable<Target> targets, CancellationToken cancellation) =>
        table.ImportAsync(targets.Select(EntityOf), cancellation);

    /// <summary>Gives those that the program ships with; what lies there stays.</summary>
    internal Task GiveAsync(IEnumerable<Target> targets, CancellationToken cancellation) =>
        table.GiveAsync(targets.Select(EntityOf), cancellation);

    /// <summary>Notes which there are in a store of an earlier program; false: it was noted before.</summary>
    internal Task<bool> AdoptAsync(CancellationToken cancellation) =>
        table.AdoptAsync(_ => Task.FromResult<IReadOnlyCollection<string>>([]), cancellation);

    /// <summary>The whole table at once: a row under no KPI would be read by nobody else.</summary>
    internal async Task<IReadOnlyList<Target>> ReadAsync(List<Damage> damages, CancellationToken cancellation) =>
        await table.ReadAsync(filter: "", Read, damages, cancellation);

    /// <summary>The unit whose own target a damaged row of this table is; null for that of all, and for damage elsewhere.</summary>
    internal static string? UnitOf(Damage damage) =>
        damage.Place.Split('/') is [StoredNames.TargetsTable, _, var row] ? Keys.UnitOfTarget(row) : null;

    private static Target Read(StoredRow row)
    {
        var kpi = KpiCatalogue.Find(row.Partition)?.Id ?? throw row.Unreadable($"không có chỉ số \"{row.Partition}\"");
        var (num, den) = (row.Whole("Num"), row.Whole("Den"));
        if (den <= 0 || num < 0 || num > den)
            throw row.Unreadable($"chỉ tiêu {num}/{den} không phải là phân số từ 0 đến 1");
        var unit = row.Text("Unit") is { Length: > 0 } id ? id : null;
        var target = new Target(kpi, num, den, row.SomeDay("ValidFrom"), row.Day("ValidTo"), unit, row.Text("Source"));
        return Keys.TargetRow(target.ValidFrom, target.Unit) == row.Key
            ? target
            : throw row.Unreadable("ngày bắt đầu hoặc đơn vị không đúng với dòng này");
    }

    private static TableEntity EntityOf(Target target) =>
        new TableEntity(Keys.Checked(target.Kpi), Keys.Checked(Keys.TargetRow(target.ValidFrom, target.Unit)))
        {
            ["Num"] = target.Num,
            ["Den"] = target.Den,
            ["ValidFrom"] = IsoDay.Of(target.ValidFrom),
            ["ValidTo"] = IsoDay.Of(target.ValidTo),
            ["Unit"] = target.Unit ?? "",
            ["Source"] = target.Source,
        }.Marked();
}
