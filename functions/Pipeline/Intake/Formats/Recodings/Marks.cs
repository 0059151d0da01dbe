using System.Collections.Frozen;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>Puts a combining mark on a Vietnamese letter, which makes one letter again, as NFC has it.</summary>
internal static class Marks
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";
    private const string Circumflex = "\u0302";
    private const string Breve = "\u0306";

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Marked = Pairs("aăâeêioôơuưy", Tones)
        .Concat(Pairs("aeo", Circumflex))
        .Concat(Pairs("a", Breve))
        .ToFrozenDictionary(pair => pair, pair => $"{pair.Letter}{pair.Mark}".Normalize()[0]);

    /// <summary>False where Vietnamese has no such letter.</summary>
    public static bool TryPut(char mark, ref char letter)
    {
        if (!Marked.TryGetValue((letter, mark), out var marked))
            return false;
        letter = marked;
        return true;
    }

    private static IEnumerable<(char Letter, char Mark)> Pairs(string letters, string marks) =>
        from letter in letters + letters.ToUpperInvariant()
        from mark in marks
        select (letter, mark);
}
