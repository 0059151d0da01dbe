using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Storage;

/// <summary>What staff keep and every stage reads: units, targets, days off, source profiles, offices.</summary>
public sealed record RegisterContent(
    UnitRegister Units,
    IReadOnlyList<Target> Targets,
    WorkingCalendar Calendar,
    IReadOnlyList<StoredText> Profiles
)
{
    public IReadOnlyList<Office> Offices { get; init; } = [];

    /// <summary>Fields that an export may name.</summary>
    public FieldList Fields { get; init; } = FieldList.Shipped;

    /// <summary>Why nobody can tell which fields those are; null: they are read.</summary>
    public Damage? DamageOfFields { get; init; }

    /// <summary>The office with the ids of all spellings of its fields.</summary>
    public Office AnsweringForAll(Office office) =>
        office with
        {
            Fields = [.. office.Fields.SelectMany(Fields.IdsOf).Distinct()],
        };

    /// <summary>Rows and lists that can't be read, or are lost: set aside, named, and never taken for "none".</summary>
    public IReadOnlyList<Damage> Damages { get; init; } = [];

    /// <summary>
    /// Whether nobody can say to whom this code belongs, or what a field is: its uploads wait until the list is mended.
    /// </summary>
    public bool Awaits(string code) =>
        DamageOfFields is not null || Units.All.Count == 0 || Damages.Any(damage => UnitTable.CodeOf(damage) == code);

    /// <summary>Everything because of which uploads may wait.</summary>
    public UnreadableListException Unreadable => new(DamageOfFields is { } ofFields ? [.. Damages, ofFields] : Damages);

    /// <summary>For what judges or reminds: a target that can't be read is not "no target". One unit's own stops no other.</summary>
    /// <exception cref="UnreadableListException">Something that all are judged by can't be read.</exception>
    public RegisterContent Judging => Sound(damage => !IsOfOneUnit(damage) && !OfficeStore.IsOf(damage));

    /// <summary>Rows of one unit, or of its own target: nobody can be judged in its name, and nothing is whole without it.</summary>
    public IReadOnlyList<Damage> OfOneUnit => [.. Damages.Where(IsOfOneUnit)];

    /// <summary>For what counts working days.</summary>
    /// <exception cref="UnreadableListException">The days off can't be read.</exception>
    public WorkingCalendar SoundCalendar => Sound(damage => damage.Place == RegisterStore.DaysOffPlace).Calendar;

    /// <summary>For what speaks to each of them.</summary>
    /// <exception cref="UnreadableException">One can't be read, or is lost.</exception>
    public IReadOnlyList<Office> SoundOffices =>
        Damages.FirstOrDefault(OfficeStore.IsOf) is { } damage ? throw new UnreadableException(damage) : Offices;

    /// <summary>Refuses to judge a unit that has a target of its own which nobody can read.</summary>
    /// <exception cref="UnreadableException">That is so.</exception>
    public void RefuseWithoutTarget(string unit)
    {
        if (Damages.FirstOrDefault(damage => TargetTable.UnitOf(damage) == unit) is { } damage)
            throw new UnreadableException(damage);
    }

    private RegisterContent Sound(Func<Damage, bool> isNeeded) =>
        Damages.Any(isNeeded) ? throw new UnreadableListException([.. Damages.Where(isNeeded)]) : this;

    private static bool IsOfOneUnit(Damage damage) =>
        (UnitTable.IdOf(damage) ?? TargetTable.UnitOf(damage)) is not null;
}

/// <summary>Staff's lists can't be read in full; the message names what, in Vietnamese.</summary>
public sealed class UnreadableListException(IReadOnlyList<Damage> damages)
    : Exception(
        $"Chưa thực hiện được vì danh sách bị hỏng hoặc mất: {string.Join("; ", damages.Select(damage => $"{damage.Place}: {damage.Words}"))}."
    );

/// <summary>The registers as stored, read at most every few minutes: an import is seen soon, an upload costs no reading.</summary>
public sealed class Registers(RegisterStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim oneReader = new(1, 1);
    private RegisterContent? content;
    private DateTimeOffset readAt;

    public async Task<RegisterContent> GetAsync(CancellationToken cancellation)
    {
        if (content is { } fresh && time.GetUtcNow() - readAt < Freshness)
            return fresh;
        await oneReader.WaitAsync(cancellation);
        try
        {
            if (content is null || time.GetUtcNow() - readAt >= Freshness)
                (content, readAt) = (await store.ReadAsync(cancellation), time.GetUtcNow());
            return content;
        }
        finally
        {
            oneReader.Release();
        }
    }

    /// <summary>Makes the next reader see what was just imported.</summary>
    public void Forget() => content = null;

    public void Dispose() => oneReader.Dispose();
}
