using CCHC.Cli.Opening;
using CCHC.Demo;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Demo;

/// <summary>The lists that a kind of demo needs beside the shipped ones.</summary>
internal sealed class DemoRegisters(OpenedStore store)
{
    /// <summary>Adds the province's units and its invented target; twice is the same as once.</summary>
    public async Task ImportAsync(DemoKind kind, CancellationToken cancellation)
    {
        if (kind != DemoKind.Province)
            return;
        var present = await store.Get<Registers>().GetAsync(cancellation);
        if (ProvinceDesks.Units.All(unit => present.Units.Find(unit.Id) is not null))
            return;
        var registers = store.Get<RegisterStore>();
        // The targets first: where there are all units, nothing is missing.
        await registers.ImportTargetsAsync(Target.ParseCsv(DemoData.Read("targets_dong_thap_2025.csv")), cancellation);
        await registers.ImportUnitsAsync(ProvinceDesks.Units, cancellation);
        store.Get<Registers>().Forget();
    }
}
