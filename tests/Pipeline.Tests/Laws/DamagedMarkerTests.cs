using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Tests.Laws;

/// <summary>The marker of a withdrawal says what was written, or is refused (law 2b).</summary>
public class DamagedMarkerTests
{
    private static readonly Withdrawal Wrong = new(
        new DateTimeOffset(2022, 3, 9, 8, 0, 0, TimeSpan.FromHours(7)),
        "nhầm đơn vị\nvà nhầm ngày",
        "hồ sơ.csv"
    );

    [Fact]
    public void Whole_it_reads_as_it_was_written() => Withdrawal.FromMarker(Wrong.ToMarker()).ShouldBe(Wrong);

    [Fact]
    public void One_of_old_without_a_checksum_is_readable() =>
        Withdrawal
            .FromMarker("""{"at":"2022-03-09T08:00:00+07:00","reason":"nhầm","file":"a.csv"}"""u8)
            .ShouldBe(Wrong with { Reason = "nhầm", File = "a.csv" });

    [Fact]
    public void Cut_off_or_changed_anywhere_it_is_refused_or_says_the_same()
    {
        var whole = Wrong.ToMarker();
        for (var at = 0; at < whole.Length; at++)
        {
            Sound(whole[..at]).ShouldBeTrue($"cut to {at} of {whole.Length}");
            for (var bit = 0; bit < 8; bit++)
            {
                var flipped = whole.ToArray();
                flipped[at] ^= (byte)(1 << bit);
                Sound(flipped).ShouldBeTrue($"bit {bit} of byte {at}");
            }
        }
        Refused([]).ShouldBeTrue();
        Refused("null"u8.ToArray()).ShouldBeTrue();
        Refused("{}"u8.ToArray()).ShouldBeTrue();
    }

    private static bool Refused(byte[] marker) => Read(marker) is null;

    private static bool Sound(byte[] marker) => Read(marker) is not { } read || read == Wrong;

    private static Withdrawal? Read(byte[] marker)
    {
        try
        {
            return Withdrawal.FromMarker(marker);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
