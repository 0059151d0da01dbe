using System.IO.Compression;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Pipeline.Tests.Samples.Fuzz;

/// <summary>What must hold for any file at all: a receipt, sums that agree, nobody's data, a journal that can be read again.</summary>
internal static class Judgement
{
    /// <summary>What a reading breaks; empty when all is well.</summary>
    public static IEnumerable<string> Of(ExportReading reading)
    {
        if (reading.Rows != reading.Accepted + reading.Refused)
            yield return $"{reading.Rows} rows are not {reading.Accepted} accepted and {reading.Refused} refused";
        if (string.IsNullOrWhiteSpace(reading.Message))
            yield return "no message";
        if (reading.IsKept && !HasRequired(reading.Columns))
            yield return $"taken in without a required column: {reading.Columns}";
        if (reading.Outcome is Outcome.Accepted && reading.Refused > 0)
            yield return "accepted with refused rows";
        if (
            reading.Outcome is Outcome.Refused or Outcome.Quarantined
            && (reading.Accepted > 0 || reading.Faults.Count == 0)
        )
            yield return $"{reading.Outcome} with {reading.Accepted} rows accepted and {reading.Faults.Count} faults";
        if (reading.Kept.Count > reading.Accepted)
            yield return "more dossiers than accepted rows";
        foreach (var text in Told(reading))
        {
            if (Planted.In(text) is { } planted)
                yield return $"tells «{planted}»: {Around(text, planted)}";
        }
        if (reading.IsKept)
        {
            foreach (var broken in OfJournal(reading))
                yield return broken;
        }
    }

    /// <summary>All that the sender is told, in every form.</summary>
    private static IEnumerable<string> Told(ExportReading reading)
    {
        var receipt = Receipt.Of(reading, effect: null, isDuplicate: false, default);
        yield return Encoding.UTF8.GetString(receipt.ToJson());
        yield return Encoding.UTF8.GetString(FaultsCsv.Of(receipt));
        yield return ReceiptPage.Write(receipt);
    }

    private static IEnumerable<string> OfJournal(ExportReading reading)
    {
        var written = JournalCodec.Write(JournalEntry.Of(reading));
        var again = JournalCodec.Read(written, reading: 1);
        if (!again.Rows.SequenceEqual(reading.Kept))
            yield return "the journal's rows, read again, are others";
        if (!JournalCodec.Write(again).AsSpan().SequenceEqual(written))
            yield return "the journal, written again, has other bytes";
        using var zip = new StreamReader(new GZipStream(new MemoryStream(written), CompressionMode.Decompress));
        var text = zip.ReadToEnd();
        if (Planted.In(text) is { } planted)
            yield return $"the journal holds «{planted}»: {Around(text, planted)}";
    }

    private static bool HasRequired(KeptColumns columns) =>
        columns.HasFlag(KeptColumns.Code | KeptColumns.Received)
        && (columns & (KeptColumns.Status | KeptColumns.Finished | KeptColumns.Returned)) != 0;

    private static string Around(string text, string planted)
    {
        var at = Math.Max(0, text.IndexOf(planted, StringComparison.OrdinalIgnoreCase) - 100);
        return text[at..Math.Min(text.Length, at + 300)].ReplaceLineEndings("⏎");
    }
}
