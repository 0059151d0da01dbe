using System.Collections.Frozen;
using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>
/// VNI-Windows, the encoding of the VNI fonts: a letter is followed by one byte for all its marks; ơ, ư, đ and the
/// forms of i have bytes of their own. Capital marks follow capital letters; either is read after either.
/// </summary>
internal sealed class Vni : Recoding
{
    // VNI's published table (VNI-Windows to Unicode), small letters as Windows-1252 shows them.
    private static readonly FrozenDictionary<char, string> MarksOf = Table(
        ('ù', "\u0301"),
        ('ø', "\u0300"),
        ('û', "\u0309"),
        ('õ', "\u0303"),
        ('ï', "\u0323"),
        ('â', "\u0302"),
        ('á', "\u0302\u0301"),
        ('à', "\u0302\u0300"),
        ('å', "\u0302\u0309"),
        ('ã', "\u0302\u0303"),
        ('ä', "\u0302\u0323"),
        ('ê', "\u0306"),
        ('é', "\u0306\u0301"),
        ('è', "\u0306\u0300"),
        ('ú', "\u0306\u0309"),
        ('ü', "\u0306\u0303"),
        ('ë', "\u0306\u0323")
    );

    private static readonly FrozenDictionary<char, string> LetterOf = Table(
        ('ô', "ơ"),
        ('ö', "ư"),
        ('ñ', "đ"),
        ('í', "í"),
        ('ì', "ì"),
        ('æ', "ỉ"),
        ('ó', "ĩ"),
        ('ò', "ị"),
        ('î', "ỵ")
    );

    public override string Name => "VNI";

    protected override int Read(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        Windows1252.Decode(bytes, text);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = text[i];
            if (!MarksOf.TryGetValue(c, out var marks))
                text[length++] = LetterOf.TryGetValue(c, out var letter) ? letter[0] : c;
            else if (length == 0 || !TryPut(marks, ref text[length - 1]))
                return -1;
        }
        return length;
    }

    private static bool TryPut(string marks, ref char letter)
    {
        foreach (var mark in marks)
        {
            if (!Marks.TryPut(mark, ref letter))
                return false;
        }
        return true;
    }

    private static FrozenDictionary<char, string> Table(params (char Small, string Means)[] small) =>
        small
            .Concat(small.Select(one => (char.ToUpperInvariant(one.Small), one.Means.ToUpperInvariant())))
            .ToFrozenDictionary(one => one.Item1, one => one.Item2);
}
