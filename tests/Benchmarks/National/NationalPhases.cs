using System.Security.Cryptography;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Benchmarks.National;

/// <summary>Where our side of <c>national</c> spends its time: one thread, each phase by itself.</summary>
internal static class NationalPhases
{
    private const int Rounds = 3;
    private static readonly DateTimeOffset TakenInAt = VietnamTime.StartOf(NationalFiles.AsOf).AddHours(18);

    public static Task<bool> RunAsync()
    {
        using var files = new NationalFiles();
        var reader = new ExportReader(files.Register, SourceProfile.Default);
        var buffer = new FileBuffer();
        var clock = new PhaseClock();
        for (var round = 0; round <= Rounds; round++)
        {
            // The first round warms up.
            clock = round == 1 ? new PhaseClock() : clock;
            foreach (var path in files.Paths)
                TakeIn(clock, reader, buffer, path);
        }
        var perRow = clock.PerRow((long)Rounds * NationalFiles.Rows).ToList();
        foreach (var (phase, microseconds, bytes) in perRow)
            Measured.Tell($"{phase, -22} {microseconds, 8:0.000} µs/row {bytes, 8:0} bytes/row");
        Measured.Print(
            new
            {
                name = "national-phases",
                us_per_row = perRow.ToDictionary(p => p.Phase, p => Measured.Rounded(p.Microseconds)),
                bytes_per_row = perRow.ToDictionary(p => p.Phase, p => Math.Round(p.Bytes)),
            }
        );
        return Task.FromResult(true);
    }

    private static void TakeIn(PhaseClock clock, ExportReader reader, FileBuffer buffer, string path)
    {
        var content = clock.Run("file", () => buffer.Read(path));
        var sha = clock.Run("sha256", () => Convert.ToHexStringLower(SHA256.HashData(content.Span)));
        var upload = new Upload(
            NationalFiles.CodeIn(path),
            Path.GetFileName(path),
            "0x1",
            TakenInAt.UtcTicks,
            sha,
            content
        );
        var reading = clock.Run("read", () => reader.Read(upload));
        var entry = JournalEntry.Of(reading);
        var ledger = new UnitLedger(entry.Unit, PeriodScheme.Statutory);
        var pass = clock.Run("ledger and figures", () => new LedgerUpdate(ledger).Join([entry], 1)!);
        clock.Run("receipt", () => Receipt.Of(reading, pass.Effects[0], isDuplicate: false, TakenInAt).ToJson());
        TakeApart(clock, entry);
    }

    /// <summary>The parts of "ledger and figures" once more, each alone.</summary>
    private static void TakeApart(PhaseClock clock, JournalEntry entry)
    {
        var ledger = new UnitLedger(entry.Unit, PeriodScheme.Statutory) { AsOf = entry.Stamp.AsOf };
        clock.Run("- join dossiers", () => JoinAll(ledger, entry));
        var standings = clock.Run("- standings", () => ledger.Hot.Values.Select(Standing.Of).ToArray());
        clock.Run("- count", () => CountAll(new Scoreboard(ledger), standings));
        clock.Run("- changed rows", () => ledger.Sheet.TakeChanges().Count);
    }

    private static int JoinAll(UnitLedger ledger, JournalEntry entry)
    {
        foreach (var row in entry.Rows)
        {
            var dossier = new Dossier(row.Code);
            ledger.Hot.Add(row.Code, dossier);
            dossier.Join(row, entry.Columns, entry.Stamp, ledger.Names);
        }
        return ledger.Hot.Count;
    }

    private static int CountAll(Scoreboard scoreboard, Standing[] standings)
    {
        foreach (var standing in standings)
            scoreboard.Replace(null, standing);
        scoreboard.Flush();
        return standings.Length;
    }
}
