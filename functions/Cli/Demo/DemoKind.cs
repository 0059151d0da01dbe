using CCHC.Cli.Opening;
using CCHC.Demo;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Demo;

/// <summary>Whose administration a demo shows; a store holds one kind.</summary>
/// <param name="Purpose">What its store is for.</param>
/// <param name="Place">"10 xã ở Hồng Ngự".</param>
/// <param name="Quarters">In order of time.</param>
internal sealed record DemoKind(string Purpose, string Place, IReadOnlyList<DemoPeriod> Quarters)
{
    public static DemoKind District { get; } = new("demo", "10 xã ở Hồng Ngự", [DemoPeriod.First, DemoPeriod.Second]);

    public static DemoKind Province { get; } =
        new("demo-province", "102 phường, xã của tỉnh Đồng Tháp", [DemoPeriod.Province]);

    /// <summary>The demo that a store was made for; null for real work.</summary>
    public static DemoKind? Of(string purpose) =>
        purpose == District.Purpose ? District
        : purpose == Province.Purpose ? Province
        : null;

    /// <summary>Where the clock of a demo's store stands: after the last quarter that was reviewed.</summary>
    public async Task<DemoClock> ClockAsync(OpenedStore store, CancellationToken cancellation)
    {
        var last = Quarters[0];
        foreach (var quarter in Quarters)
        {
            if (await store.Get<ReviewTable>().IsDoneAsync(quarter.Name, cancellation))
                last = quarter;
        }
        return new(last.Clock);
    }

    /// <summary>The files of its quarters up to one of them, each following the one before.</summary>
    public IEnumerable<DemoQuarter> Make(DemoPeriod until, UnitRegister units, WorkingCalendar calendar)
    {
        const int seed = DemoQuarter.DefaultSeed;
        if (this == Province)
            return [DemoQuarter.MakeProvince(seed, units, calendar)];
        var first = DemoQuarter.Make(seed, units, calendar);
        return until == DemoPeriod.First ? [first] : [first, DemoQuarter.MakeSecond(first, seed, units, calendar)];
    }
}
