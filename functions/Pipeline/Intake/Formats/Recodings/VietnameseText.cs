using System.Buffers;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>What a Vietnamese text can't look like: a sign that its characters stand for something else.</summary>
internal static class VietnameseText
{
    /// <summary>Characters of Windows-1252 and C1 controls that Vietnamese doesn't write, but misread Vietnamese shows.</summary>
    private static readonly SearchValues<char> Foreign = SearchValues.Create(
        "ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿŒœŠšŸŽž"
            + "¡¢£¤¥¦§¨©ª«¬®¯±´µ¶¸¹º»¼¾¿€‚ƒ„†‡ˆ‰‹›\u02DC™\uFFFD"
            + "\u0080\u0081\u0082\u0083\u0084\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F"
            + "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F"
    );

    /// <summary>Letters that Windows-1252 hasn't got; U+1EA0 to U+1EF9 are the others.</summary>
    private static readonly SearchValues<char> Own = SearchValues.Create("ĂăĐđĨĩŨũƠơƯư");

    public static bool HasForeign(ReadOnlySpan<char> text) => text.ContainsAny(Foreign);

    /// <summary>True where some of it certainly is Unicode.</summary>
    public static bool HasOwn(ReadOnlySpan<char> text) =>
        text.ContainsAny(Own) || text.ContainsAnyInRange('\u1EA0', '\u1EF9');

    /// <summary>True unless something in it shows that it was misread.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> text)
    {
        if (HasForeign(text))
            return false;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is >= 'À' and <= 'Þ' && char.IsLower(text[i - 1]))
                return false;
        }
        return true;
    }
}
