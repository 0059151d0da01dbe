using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;

namespace CCHC.Pipeline.Tests.Laws;

/// <summary>A stored ledger that was cut off or changed is never believed: it is derived from the journal (law 2b).</summary>
public class DamagedLedgerTests
{
    private static readonly DateOnly Day = new(2022, 3, 9);
    private static readonly UnitLedger Ledger = LedgerUpdate
        .Derive(
            "29956",
            PeriodScheme.Statutory,
            new UnitJournal(
                [
                    new JournalEntry
                    {
                        Unit = "29956",
                        Stamp = new Stamp(Day, Day.ToDateTime(default).Ticks, 1),
                        Sha256 = "0000000000000001" + new string('0', 48),
                        File = "a.csv",
                        Columns = KeptColumns.Code | KeptColumns.Received | KeptColumns.Status,
                        SpeaksForItsDay = true,
                        Rows =
                        [
                            .. Enumerable
                                .Range(1, 12)
                                .Select(number => new KeptRow
                                {
                                    Code = $"000.19.05.H20-220309-{number:0000}",
                                    Received = Day,
                                    Status = Status.Processing,
                                }),
                        ],
                    },
                ],
                []
            )
        )
        .Ledger;

    [Fact]
    public void Cut_off_anywhere_a_hot_ledger_is_refused()
    {
        var whole = LedgerCodec.Write(Ledger);
        LedgerCodec.Read(whole, PeriodScheme.Statutory)!.Hot.Count.ShouldBe(12);
        for (var length = 0; length < whole.Length; length++)
            Refused(whole[..length]).ShouldBeTrue($"cut to {length} of {whole.Length}");
    }

    [Fact]
    public void With_any_byte_flipped_a_hot_ledger_is_refused()
    {
        var whole = LedgerCodec.Write(Ledger);
        for (var at = 0; at < whole.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
                Refused(Flipped(whole, at, (byte)(1 << bit))).ShouldBeTrue($"bit {bit} of byte {at}");
        }
    }

    [Fact]
    public void A_cold_segment_that_was_cut_off_or_changed_has_another_name()
    {
        var whole = LedgerCodec.WriteCold(Ledger.Hot.Values);
        var name = LedgerCodec.ColdHash(whole);
        for (var at = 0; at < whole.Length; at++)
        {
            LedgerCodec.ColdHash(whole.AsSpan(0, at)).ShouldNotBe(name);
            LedgerCodec.ColdHash(Flipped(whole, at, 1)).ShouldNotBe(name);
        }
    }

    /// <summary>Of another version, too: that is what a flipped first byte says.</summary>
    private static bool Refused(byte[] bytes)
    {
        try
        {
            return LedgerCodec.Read(bytes, PeriodScheme.Statutory) is null;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static byte[] Flipped(byte[] whole, int at, byte mask)
    {
        var flipped = whole.ToArray();
        flipped[at] ^= mask;
        return flipped;
    }
}
