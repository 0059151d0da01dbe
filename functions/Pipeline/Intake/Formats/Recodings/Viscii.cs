namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>VISCII: one byte for every letter, six capitals of them in the place of control characters.</summary>
internal sealed class Viscii : Recoding
{
    // RFC 1456, bytes 80 to FF.
    private static readonly LetterTable Table = new LetterTable(
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
        "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
        "Õắằặấầẩậẽẹếềểễệố",
        "ồổỗỠƠộờởịỰỨỪỬơớƯ",
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ",
        "ĐứÒÓÔạỷừửÙÚỹỵÝỡư",
        "àáâãảăữẫèéêẻìíĩỉ",
        "đựòóôõỏọụùúũủýợỮ"
    ).With((0x02, 'Ẳ'), (0x05, 'Ẵ'), (0x06, 'Ẫ'), (0x14, 'Ỷ'), (0x19, 'Ỹ'), (0x1E, 'Ỵ'));

    public override string Name => "VISCII";

    protected override int Read(ReadOnlySpan<byte> bytes, Span<char> text) => Table.Read(bytes, text);
}
