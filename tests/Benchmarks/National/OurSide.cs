using System.Security.Cryptography;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Benchmarks.National;

/// <summary>What our side makes of one file: its receipt, and the figures of every period it moves.</summary>
internal sealed record TakenDay(Receipt Receipt, byte[] ReceiptJson, TallySheet<Row> Figures);

/// <summary>Our side of <c>national</c>: from the file on disk to receipt and figures, everything but storage.</summary>
internal sealed class OurSide(NationalFiles files)
{
    private static readonly DateTimeOffset TakenInAt = VietnamTime.StartOf(NationalFiles.AsOf).AddHours(18);
    private readonly ExportReader reader = new(files.Register, SourceProfile.Default);

    public TakenDay[] Run(int threads)
    {
        var taken = new TakenDay[files.Paths.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(
            0,
            taken.Length,
            options,
            () => new FileBuffer(),
            (at, _, buffer) =>
            {
                taken[at] = TakeIn(files.Paths[at], buffer);
                return buffer;
            },
            _ => { }
        );
        return taken;
    }

    private TakenDay TakeIn(string path, FileBuffer buffer)
    {
        var content = buffer.Read(path);
        var sha = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var file = Path.GetFileName(path);
        var upload = new Upload(NationalFiles.CodeIn(path), file, "0x1", TakenInAt.UtcTicks, sha, content);
        var entry = JournalEntry.Of(reader.Read(upload) is { IsKept: true } kept ? kept : throw NotKept(upload));
        return Join(entry, kept);
    }

    private static TakenDay Join(JournalEntry entry, ExportReading reading)
    {
        var ledger = new UnitLedger(entry.Unit, PeriodScheme.Statutory);
        var pass = new LedgerUpdate(ledger).Join([entry], TakenInAt.UtcTicks)!;
        var receipt = Receipt.Of(reading, pass.Effects[0], ledger.HasEarlierCopyOf(entry.Stamp), TakenInAt);
        return new(receipt, receipt.ToJson(), ledger.Sheet);
    }

    private static InvalidOperationException NotKept(Upload upload) => new($"{upload.File} was not taken in");
}
