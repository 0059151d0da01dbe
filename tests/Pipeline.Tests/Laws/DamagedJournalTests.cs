using System.Text.Json;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Tests.Laws;

/// <summary>A journal entry is the truth: one that was cut off or changed is refused by name, never half believed (law 2b).</summary>
public class DamagedJournalTests
{
    private static readonly JournalEntry Entry = new()
    {
        Unit = "29956",
        Stamp = new Stamp(new DateOnly(2022, 3, 9), new DateTime(2022, 3, 9).Ticks, 1),
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
                    Received = new DateOnly(2022, 3, 9),
                    Status = Status.Processing,
                }),
        ],
    };

    [Fact]
    public void Whole_it_reads_as_it_was_written() =>
        JournalCodec.SayTheSame(TryRead(JournalCodec.Write(Entry))!, Entry).ShouldBeTrue();

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        var whole = JournalCodec.Write(Entry);
        for (var length = 0; length < whole.Length; length++)
            Refused(whole[..length], $"cut to {length} of {whole.Length}");
    }

    [Fact]
    public void With_any_bit_flipped_it_is_refused_or_says_the_same()
    {
        var whole = JournalCodec.Write(Entry);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var flipped = whole.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            if (TryRead(flipped) is { } read)
                JournalCodec.SayTheSame(read, Entry).ShouldBeTrue($"bit {bit}");
        }
    }

    private static void Refused(byte[] bytes, string what) => TryRead(bytes).ShouldBeNull(what);

    private static JournalEntry? TryRead(byte[] bytes)
    {
        try
        {
            return JournalCodec.Read(bytes, reading: 1);
        }
        catch (Exception refused)
            when (refused is InvalidDataException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
