using System.Collections.Frozen;
using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>Windows-1258: Windows-1252 with a few other letters; a tone follows its letter as a combining mark.</summary>
internal sealed class Windows1258 : Recoding
{
    /// <summary>Where it differs from Windows-1252 (Unicode's mapping table CP1258).</summary>
    private static readonly FrozenDictionary<byte, char> Own = new Dictionary<byte, char>
    {
        [0xC3] = 'Ă',
        [0xD0] = 'Đ',
        [0xD5] = 'Ơ',
        [0xDD] = 'Ư',
        [0xE3] = 'ă',
        [0xF0] = 'đ',
        [0xF5] = 'ơ',
        [0xFD] = 'ư',
        [0xFE] = '₫',
        [0xCC] = '\u0300',
        [0xEC] = '\u0301',
        [0xD2] = '\u0309',
        [0xDE] = '\u0303',
        [0xF2] = '\u0323',
    }.ToFrozenDictionary();

    public override string Name => "Windows-1258";

    protected override int Read(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        Windows1252.Decode(bytes, text);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = Own.GetValueOrDefault(bytes[i], text[i]);
            if (c is < '\u0300' or > '\u0323')
                text[length++] = c;
            else if (length == 0 || !Marks.TryPut(c, ref text[length - 1]))
                return -1;
        }
        return length;
    }
}
