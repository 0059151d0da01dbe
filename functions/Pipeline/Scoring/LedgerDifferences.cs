using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>Compares two whole ledgers of one unit, dossier by dossier and tally by tally.</summary>
public static class LedgerDifferences
{
    public static IEnumerable<string> Between(UnitLedger derived, UnitLedger stored)
    {
        if (derived.AsOf != stored.AsOf)
            yield return $"{derived.Unit}: ngày số liệu là {stored.AsOf}, đúng ra là {derived.AsOf}";
        foreach (var stamp in derived.Uploads.Keys.Except(stored.Uploads.Keys))
            yield return $"{derived.Unit}: sổ cái thiếu lần nạp {derived.Uploads[stamp].JournalPath(derived.Unit)}";
        foreach (var stamp in stored.Uploads.Keys.Except(derived.Uploads.Keys))
            yield return $"{derived.Unit}: sổ cái có lần nạp không còn trong nhật ký {stored.Uploads[stamp].JournalPath(derived.Unit)}";
        foreach (var (stamp, upload) in derived.Uploads)
        {
            if (stored.Uploads.TryGetValue(stamp, out var held) && held != upload)
                yield return $"{derived.Unit}: sổ cái giữ một lần đọc cũ của {upload.JournalPath(derived.Unit)}";
        }
        foreach (var stamp in derived.Withdrawn.Except(stored.Withdrawn))
            yield return $"{derived.Unit}: sổ cái chưa biết một lần nạp đã rút, ngày số liệu {stamp.AsOf}";
        foreach (
            var code in derived.Hot.Keys.Union(stored.Hot.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        )
        {
            if (!Same(derived.Hot.GetValueOrDefault(code), stored.Hot.GetValueOrDefault(code)))
                yield return $"{derived.Unit}: hồ sơ {code} khác với nhật ký";
        }
        foreach (var difference in Tallies(derived, stored))
            yield return difference;
    }

    private static IEnumerable<string> Tallies(UnitLedger derived, UnitLedger stored)
    {
        var should = derived.Sheet.All.ToDictionary(
            row => new RowKey(row.Period, row.Row.Suffix),
            row => row.Tally.Copy()
        );
        var does = stored.Sheet.All.ToDictionary(
            row => new RowKey(row.Period, row.Row.Suffix),
            row => row.Tally.Copy()
        );
        return should
            .Keys.Union(does.Keys)
            .Where(row => !Equals(should.GetValueOrDefault(row), does.GetValueOrDefault(row)))
            .Select(row => $"{derived.Unit}{row.Suffix}: số đếm của {row.Period.Name} khác với nhật ký");
    }

    /// <summary>Equal states have equal canonical bytes.</summary>
    private static bool Same(Dossier? a, Dossier? b)
    {
        if (a is null || b is null)
            return a == b;
        return Bytes(a).Span.SequenceEqual(Bytes(b).Span);
    }

    private static ReadOnlyMemory<byte> Bytes(Dossier dossier)
    {
        var writer = new ByteWriter();
        DossierCodec.Write(writer, [dossier]);
        return writer.Written;
    }
}
