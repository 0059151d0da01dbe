using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Storage;

/// <summary>Table Units: every holder of every code.</summary>
public sealed class UnitTable(Store store)
{
    private const string Partition = "unit";
    private readonly StaffTable table = new(store, StoredNames.UnitsTable);

    /// <summary>Adds or replaces units by id.</summary>
    public Task ImportAsync(IEnumerable<Unit> units, CancellationToken cancellation) =>
        table.ImportAsync(units.Select(EntityOf), cancellation);

    /// <summary>Gives those that the program ships with; what lies there stays.</summary>
    internal Task GiveAsync(IEnumerable<Unit> units, CancellationToken cancellation) =>
        table.GiveAsync(units.Select(EntityOf), cancellation);

    /// <summary>Notes which there are in a store of an earlier program; false: it was noted before.</summary>
    /// <param name="known">Ids of units that have data: one of them may have been lost before.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal Task<bool> AdoptAsync(
        Func<CancellationToken, Task<IReadOnlyList<string>>> known,
        CancellationToken cancellation
    ) =>
        table.AdoptAsync(
            async then => [.. (await known(then)).Where(IsId).Select(id => ListKeys.KeyOf(Partition, id))],
            cancellation
        );

    /// <summary>Units that can be read and of which no two hold a code at once; the others are among the damages.</summary>
    internal async Task<IReadOnlyList<Unit>> ReadAsync(List<Damage> damages, CancellationToken cancellation)
    {
        var ofPartition = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var units = await table.ReadAsync(ofPartition, Read, damages, cancellation);
        foreach (var clash in UnitRegister.Clashes(units))
        {
            units.RemoveAll(unit => unit.Code.Text == clash.Code);
            damages.Add(new(PlaceOf(clash.Code), clash.Words));
        }
        return units;
    }

    /// <summary>The code that a damaged row of this table is of; null for damage elsewhere.</summary>
    internal static string? CodeOf(Damage damage) => IdOf(damage)?.Split('-')[0];

    /// <summary>The same of the unit itself.</summary>
    internal static string? IdOf(Damage damage) =>
        damage.Place.StartsWith(PlaceOf(""), StringComparison.Ordinal) ? damage.Place[PlaceOf("").Length..] : null;

    /// <summary>Whether it is what the id of a unit looks like, listed or not.</summary>
    internal static bool IsId(string key) => UnitCode.TryParse(key.Split('-')[0], out _);

    /// <summary>Of what can't be read without the unit.</summary>
    internal static string WordsWithout(string id) =>
        $"dòng {PlaceOf(id)} của danh sách đơn vị đã mất hoặc không đọc được; {Cure}";

    private const string Cure = "nhập lại danh sách (cchc units import) hoặc phục hồi dòng đó từ bản sao lưu";

    internal static string PlaceOf(string id) => $"{StoredNames.UnitsTable}/{Partition}/{id}";

    private static Unit Read(StoredRow row)
    {
        var text = row.Text("Code");
        if (!UnitCode.TryParse(text, out var code))
            throw row.Unreadable($"\"{text}\" không phải là mã đơn vị");
        var unit = new Unit(
            code,
            row.Text("Name"),
            row.Text("Kind"),
            row.Text("Parent"),
            row.Day("ValidFrom"),
            row.Day("ValidTo"),
            row.Text("Successors").Split(';', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            Mail = row.Optional("Mail"),
            AgencyCodes = row.Optional("AgencyCodes").Split(';', StringSplitOptions.RemoveEmptyEntries),
        };
        return unit.Id == row.Key && unit.Name.Length > 0
            ? unit
            : throw row.Unreadable("mã, ngày bắt đầu hoặc tên không đúng với dòng này");
    }

    private static TableEntity EntityOf(Unit unit) =>
        new TableEntity(Partition, Keys.Checked(unit.Id))
        {
            ["Code"] = unit.Code.Text,
            ["Name"] = unit.Name,
            ["Kind"] = unit.Kind,
            ["Parent"] = unit.Parent,
            ["ValidFrom"] = IsoDay.Of(unit.ValidFrom),
            ["ValidTo"] = IsoDay.Of(unit.ValidTo),
            ["Successors"] = string.Join(';', unit.Successors),
            ["Mail"] = unit.Mail,
            ["AgencyCodes"] = string.Join(';', unit.AgencyCodes),
        }.Marked();
}
