using System.Buffers;
using System.Text.Unicode;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>
/// UTF-8 that a program took for Windows-1252 or Latin-1 and saved again ("Tráº¡ng thÃ¡i"). Strict, cell by cell: a
/// cell that lost bytes is left as it is. So are the cells of an UTF-8 file in which some bytes are broken.
/// </summary>
internal sealed class MisreadUtf8 : Recoding
{
    private static readonly SearchValues<string> Traces = SearchValues.Create(
        ["áº", "á»", "Æ°", "Æ¡", "Ä‘", "Ä\u0090", "Ã¡", "Ã¢", "Ã£", "Ãª", "Ã´", "\uFFFD"],
        StringComparison.Ordinal
    );

    public override string Name => "UTF-8 bị đọc nhầm thành Windows-1252";

    /// <summary>True for a text with pieces of misread UTF-8, or with the sign for what a program couldn't read.</summary>
    public static bool ShowsIn(ReadOnlySpan<char> text) => text.ContainsAny(Traces);

    public override string Describe(RowSource rows) =>
        rows.IsUndecoded ? $"UTF-8 (có chỗ hỏng), {rows.Description}" : base.Describe(rows);

    protected override int Read(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        var status = Utf8.ToUtf16(bytes, text, out _, out var length, replaceInvalidSequences: false);
        return status is OperationStatus.Done ? length : -1;
    }
}
