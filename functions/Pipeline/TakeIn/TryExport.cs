using System.Security.Cryptography;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Says of a file what a take-in would say now, and stores nothing (design.md §6).</summary>
public sealed class TryExport(
    CurrentReader readers,
    Registers registers,
    ExportStore exports,
    ReceiptStore receipts,
    LedgerPass pass,
    Fingerprints fingerprints,
    TimeProvider time
)
{
    /// <summary>With the lists, profiles and uploads of the store.</summary>
    /// <exception cref="UnreadableListException">Uploads of this code wait for the list of units.</exception>
    public async Task<Receipt> TryAsync(
        string code,
        string file,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    )
    {
        var register = await registers.GetAsync(cancellation);
        if (register.Awaits(code))
            throw register.Unreadable;
        if (await ToldAsync(code, file, content, register, cancellation) is { } told)
            return told;
        var export = Read(await readers.GetAsync(cancellation), Of(code, file, content, time.GetUtcNow()));
        if (export.Entry is not { } entry)
            return Receipt.Of(export.Reading, null, isDuplicate: false, time.GetUtcNow());
        var (ledger, effects) = await pass.TryAsync(entry, cancellation);
        var first =
            entry.Rows.Count > 0
                ? await fingerprints.OtherAsync(entry.Sha256, new(entry.Unit, code, file), cancellation)
                : null;
        var effect = effects.GetValueOrDefault(entry.Stamp);
        return Receipt.Of(export.Reading, effect, ledger.HasEarlierCopyOf(entry.Stamp), time.GetUtcNow()) with
        {
            Doubts = DoubtNote.Of(first, register.Units),
        };
    }

    /// <summary>With the shipped lists, where there is no store: as the first upload into a new one.</summary>
    public static Receipt Alone(string code, string file, ReadOnlyMemory<byte> content, DateTimeOffset now)
    {
        var reader = new ExportReader(new UnitRegister(UnitCsv.Parse(Shipped.Units)), SourceProfiles.With([]));
        var export = Read(reader, Of(code, file, content, now));
        var pass = export.Entry is { } entry
            ? new LedgerUpdate(new UnitLedger(entry.Unit, PeriodScheme.Statutory)).Join([entry], now.UtcTicks)
            : null;
        return Receipt.Of(export.Reading, pass?.Effects.Single(), isDuplicate: false, now);
    }

    /// <summary>The same bytes at the same path are the same upload.</summary>
    private async Task<Receipt?> ToldAsync(
        string code,
        string file,
        ReadOnlyMemory<byte> content,
        RegisterContent register,
        CancellationToken cancellation
    )
    {
        if (
            content.Length > ExportStore.MostBytes
            || await exports.FindSameAsync(code, file, content.ToArray(), cancellation) is not { } same
            || await receipts.FindFinalAsync(code, file, same.ETag, cancellation) is not { } told
            || told.Outcome is Outcome.Withdrawn
            || AwaitedUnits.IsListed(AwaitedUnits.Note(told), code, register.Units)
        )
            return null;
        return IngestFiles.Again(told);
    }

    private static TakenExport Read(ExportReader reader, FetchedExport export) =>
        new(CurrentReader.Read(reader, export), export.Size);

    private static FetchedExport Of(string code, string file, ReadOnlyMemory<byte> content, DateTimeOffset now)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        return new(new(code, file, "", now.UtcTicks, sha256, content), content.Length);
    }
}
