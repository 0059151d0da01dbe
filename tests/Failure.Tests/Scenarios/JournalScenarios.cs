using CCHC.Failure.Tests.Harness;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using static CCHC.Failure.Tests.Scenarios.Exports;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>What changes the journal other than by adding, or derives everything from it anew.</summary>
internal static class JournalScenarios
{
    private static readonly DateOnly LastSummer = new(2021, 8, 2);
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);

    /// <summary>Monday's upload under another name.</summary>
    private static readonly string Twin = $"ban-sao-{File(Monday)}";

    public static IEnumerable<Scenario> All =>
        [
            new("withdraw", PutYearsAsync, office => WithdrawAsync(office, Tuesday)),
            new("withdraw-archived", PutYearsAsync, office => WithdrawAsync(office, LastSummer.AddDays(20))),
            new("withdraw-twin", PutTwinsAsync, office => WithdrawAsync(office, Monday)),
            new("withdraw-both-twins", PutTwinsAsync, office => WithdrawAsync(office, Monday))
            {
                Beside = [office => WithdrawAsync(office, Twin)],
                IsOrderFree = true,
            },
            new("withdraw-beside-take-in", PutAnotherAsync, office => WithdrawAsync(office, Tuesday))
            {
                Beside = [office => office.TakeInAsync(Tuesday.AddDays(1))],
                IsOrderFree = true,
            },
            new("withdraw-twice-at-once", PutFieldOfItsOwnAsync, office => WithdrawAsync(office, Monday))
            {
                Beside = [office => WithdrawAsync(office, Tuesday)],
            },
            new("retake", RefuseTuesdayAsync, office => office.Get<RetakeUploads>().RetakeAsync(Unit, default)),
            new("rebuild", PutYearsAsync, office => office.Get<Rebuild>().RebuildAsync(default)),
            new("rebuild-of-lost-ledger", LoseLedgerAsync, office => office.Get<Rebuild>().RebuildAsync(default)),
            new("take-in-beside-withdraw", PutAnotherAsync, office => office.TakeInAsync(Tuesday.AddDays(1)))
            {
                Beside = [office => WithdrawAsync(office, Tuesday)],
                IsOrderFree = true,
                IsSwept = true,
            },
            new("take-in-beside-rebuild", PutAnotherAsync, office => office.TakeInAsync(Tuesday.AddDays(1)))
            {
                Beside = [office => office.Get<Rebuild>().RebuildAsync(default)],
                IsOrderFree = true,
                IsSwept = true,
            },
            new("rebuild-beside-take-in", PutAnotherAsync, office => office.Get<Rebuild>().RebuildAsync(default))
            {
                Beside = [office => office.TakeInAsync(Tuesday.AddDays(1))],
                IsOrderFree = true,
            },
        ];

    private static Task WithdrawAsync(Office office, DateOnly asOf) => WithdrawAsync(office, File(asOf));

    private static async Task WithdrawAsync(Office office, string file) =>
        await office.Get<WithdrawUpload>().WithdrawAsync(Unit, file, "nhầm tệp", default);

    private static async Task PutYearsAsync(Office office)
    {
        await office.PutAsync(
            LastSummer.AddDays(20),
            Line(LastSummer, 1, LastSummer.AddDays(3)),
            Line(LastSummer, 2, LastSummer.AddDays(4))
        );
        await office.PutAsync(Monday, Line(Monday, 1));
        await office.SweepAsync();
        await office.PutAsync(
            Tuesday,
            Line(Monday, 1, Tuesday),
            Line(Tuesday, 1),
            Line(LastSummer, 2, LastSummer.AddDays(8))
        );
        await office.SweepAsync();
    }

    /// <summary>Monday's upload lies there under another name, too: the rows of both stay.</summary>
    private static async Task PutTwinsAsync(Office office)
    {
        foreach (var file in (string[])[File(Monday), Twin])
            await office.PutAsync(Unit, file, Monday, Line(Monday, 1), Line(Monday, 2));
        await office.PutAsync(Tuesday, Line(Monday, 1, Tuesday));
        await office.SweepAsync();
    }

    /// <summary>Only Tuesday's upload has that field: once it is withdrawn, nothing remembers rows of it.</summary>
    private static async Task PutFieldOfItsOwnAsync(Office office)
    {
        await office.PutAsync(Monday, Line(Monday, 1));
        await office.PutAsync(
            Tuesday,
            Line(Tuesday, 1).Replace("Hộ tịch", "Đất đai", StringComparison.Ordinal),
            Line(Tuesday, 2)
        );
        await office.SweepAsync();
    }

    private static async Task PutAnotherAsync(Office office)
    {
        await PutYearsAsync(office);
        await office.PutAsync(
            Tuesday.AddDays(1),
            Line(Tuesday, 1, Tuesday.AddDays(1)),
            Line(LastSummer, 1, LastSummer.AddDays(9))
        );
    }

    /// <summary>Its unit was not valid that day; now it is.</summary>
    private static async Task RefuseTuesdayAsync(Office office)
    {
        var registers = office.Get<Registers>();
        var unit = (await registers.GetAsync(default)).Units.Find(Unit)!;
        await office.Get<RegisterStore>().ImportUnitsAsync([unit with { ValidTo = Monday }], default);
        registers.Forget();
        await PutYearsAsync(office);
        await office.Get<RegisterStore>().ImportUnitsAsync([unit], default);
        registers.Forget();
    }

    private static async Task LoseLedgerAsync(Office office)
    {
        await PutYearsAsync(office);
        await office.Get<Store>().Container(StoredNames.Ledger).DeleteBlobAsync(Paths.HotLedger(Unit));
    }
}
