using System.Globalization;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>The largest file there may be, in encodings that have to be found out first.</summary>
public class LargeEncodingTests
{
    private const int Megabyte = 1024 * 1024;
    private const string Header = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Ghi chú\n";

    [Theory]
    [MemberData(nameof(AnEncoding.Names), MemberType = typeof(AnEncoding))]
    public void It_is_decoded_once(string encoding) =>
        ShouldStaySmall(AnEncoding.Write(Rows(), encoding), Outcome.Accepted);

    [Fact]
    public void Without_any_header_it_is_looked_at_in_parts() =>
        ShouldStaySmall(
            [.. Enumerable.Repeat((byte)0xE5, 16 * Megabyte), .. Enumerable.Repeat((byte)';', 16 * Megabyte)],
            Outcome.Quarantined
        );

    /// <summary>Everything that is allocated together bounds what is alive at once.</summary>
    private static void ShouldStaySmall(byte[] content, Outcome outcome)
    {
        AnExport.Read("x");
        var before = GC.GetAllocatedBytesForCurrentThread();
        AnExport.Read(content).Outcome.ShouldBe(outcome);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256L * Megabyte);
    }

    /// <summary>16 MB of dossiers with long notes, so that what is kept of them is little.</summary>
    private static string Rows()
    {
        var note = string.Concat(Enumerable.Repeat("Đường số 5, khóm ấp Thượng. ", 40));
        var lines = Enumerable
            .Range(1, 16 * Megabyte / note.Length)
            .Select(i =>
                string.Create(CultureInfo.InvariantCulture, $"H20.19-220310-{i:00000};10/03/2022;Đang xử lý;{note}\n")
            );
        return Header + string.Concat(lines);
    }
}
