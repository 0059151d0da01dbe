using Azure;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Storage;

/// <summary>Units, targets and offices in tables, days off and profiles in blobs; a new store is given the shipped lists, once.</summary>
public sealed class RegisterStore(
    Store store,
    StaffLists lists,
    UnitTable units,
    TargetTable targets,
    OfficeStore offices,
    ProfileStore profiles,
    StaffSetting<FieldList> fields
)
{
    internal const string DaysOff = "days-off.csv";

    /// <summary>Gives a new store the units of Hồng Ngự, the target of 2022, offices and days off. What lies there stays as it is.</summary>
    public async Task SeedAsync(CancellationToken cancellation)
    {
        if (await lists.AreOwedAsync(cancellation))
        {
            await units.GiveAsync(UnitCsv.Parse(Shipped.Units), cancellation);
            await targets.GiveAsync(Target.ParseCsv(Shipped.Targets), cancellation);
            await offices.GiveAsync(OfficeCsv.Parse(Shipped.Offices), cancellation);
            await GiveDaysOffAsync(cancellation);
        }
        await lists.NoteGivenAsync(cancellation);
    }

    private async Task GiveDaysOffAsync(CancellationToken cancellation)
    {
        if (!await DaysOffBlob.ExistsAsync(cancellation))
            await WriteDaysOffAsync(Shipped.DaysOff, cancellation);
    }

    /// <summary>All that can be read; what can't, and lists that are lost, are told beside it.</summary>
    public async Task<RegisterContent> ReadAsync(CancellationToken cancellation)
    {
        var damages = new List<Damage>();
        var ofUnits = await units.ReadAsync(damages, cancellation);
        var ofTargets = await targets.ReadAsync(damages, cancellation);
        var ofOffices = await offices.ReadAsync(damages, cancellation);
        var calendar = await CalendarAsync(damages, cancellation);
        var (list, damage) = await FieldsAsync(cancellation);
        return new(new UnitRegister(ofUnits), ofTargets, calendar, await profiles.ReadAsync(cancellation))
        {
            Offices = ofOffices,
            Fields = list ?? FieldList.Shipped,
            DamageOfFields = damage,
            Damages = damages,
        };
    }

    /// <summary>The days off as staff keep them.</summary>
    public async Task<string> DaysOffTextAsync(CancellationToken cancellation) =>
        (await DaysOffBlob.DownloadContentAsync(cancellation)).Value.Content.ToString();

    /// <summary>The same, to add to; without a day where they are gone or can't be read.</summary>
    public async Task<string> DaysOffToAddToAsync(CancellationToken cancellation)
    {
        var damages = new List<Damage>();
        _ = await CalendarAsync(damages, cancellation);
        return damages.Count == 0 ? await DaysOffTextAsync(cancellation) : Shipped.DaysOff.Split('\n')[0] + "\n";
    }

    /// <summary>Replaces the whole list of days off.</summary>
    /// <exception cref="InvalidDataException">It can't be read; nothing was changed.</exception>
    public async Task WriteDaysOffAsync(string text, CancellationToken cancellation)
    {
        _ = WorkingCalendar.Parse(text);
        await new OwnSettings(store).WriteAsync(DaysOff, text, cancellation);
    }

    public Task ImportUnitsAsync(IEnumerable<Unit> all, CancellationToken cancellation) =>
        units.ImportAsync(all, cancellation);

    public Task ImportTargetsAsync(IEnumerable<Target> all, CancellationToken cancellation) =>
        targets.ImportAsync(all, cancellation);

    private async Task<WorkingCalendar> CalendarAsync(List<Damage> damages, CancellationToken cancellation)
    {
        try
        {
            var read = (await DaysOffBlob.DownloadContentAsync(cancellation)).Value;
            if (await new OwnSettings(store).IsAsWrittenAsync(DaysOff, read, cancellation))
                return WorkingCalendar.Parse(read.Content.ToString());
            damages.Add(new(DaysOffPlace, $"{OwnSettings.Changed} Nhập lại bằng cchc days-off import."));
        }
        catch (RequestFailedException lost) when (lost.IsMissing())
        {
            damages.Add(new(DaysOffPlace, StaffTable.Lost));
        }
        catch (InvalidDataException faulty)
        {
            damages.Add(new(DaysOffPlace, $"{faulty.Message} Nhập lại bằng cchc days-off import."));
        }
        return WorkingCalendar.Unknown;
    }

    /// <summary>Health names what is wrong with it, as of every setting of staff.</summary>
    private async Task<(FieldList?, Damage?)> FieldsAsync(CancellationToken cancellation)
    {
        try
        {
            return (await fields.ReadAsync(cancellation), null);
        }
        catch (UnreadableException damaged)
        {
            return (null, damaged.Damage);
        }
    }

    internal const string DaysOffPlace = $"{StoredNames.Settings}/{DaysOff}";

    private Azure.Storage.Blobs.BlobClient DaysOffBlob => store.Container(StoredNames.Settings).GetBlobClient(DaysOff);
}
