namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>
/// TCVN3, the encoding of the ABC fonts (.VnTime): it has no capitals with a tone. Fonts whose name ends in H
/// (.VnTimeH) show capitals for all letters, so that "NGàY TIếP NHậN" is what stands under NGÀY TIẾP NHẬN.
/// </summary>
internal sealed class Tcvn3 : Recoding
{
    // TCVN 5712:1993, its third part VN3, bytes A0 to FF.
    private static readonly LetterTable Table = new(
        ".ĂÂÊÔƠƯĐăâêôơưđ.",
        ".....àảãáạ.ằẳẵắ.",
        "......ặầẩẫấậè.ẻẽ",
        "éẹềểễếệìỉ...ĩíịò",
        ".ỏõóọồổỗốộờởỡớợù",
        ".ủũúụừửữứựỳỷỹýỵ."
    );

    public override string Name => "TCVN3 (ABC)";

    protected override int Read(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        var length = Table.Read(bytes, text);
        FontCapitals.Raise(text[..length]);
        return length;
    }
}
