namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>Character references: by number, and the names that Vietnamese, Latin and punctuation need.</summary>
internal static class Entities
{
    private const int LongestName = 8;
    private const int Replacement = 0xFFFD;

    /// <summary>Names from U+00A0 on; old ones, which also count without a semicolon.</summary>
    private const string Latin1 =
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute "
        + "micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring "
        + "AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml "
        + "times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil "
        + "egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash "
        + "ugrave uacute ucirc uuml yacute thorn yuml";

    private const string Others =
        "Abreve Ă abreve ă Dstrok Đ dstrok đ Itilde Ĩ itilde ĩ Utilde Ũ utilde ũ ndash – mdash — lsquo ‘ rsquo ’ "
        + "sbquo ‚ ldquo “ rdquo ” bdquo „ bull • hellip … trade ™ euro € lsaquo ‹ rsaquo › OElig Œ oelig œ Scaron Š "
        + "scaron š Zcaron Ž zcaron ž Yuml Ÿ fnof ƒ circ ˆ tilde ˜ dagger † Dagger ‡ permil ‰ horbar ― apos ' "
        + "comma , period . colon : semi ; sol / bsol \\ lpar ( rpar ) lsqb [ rsqb ] lbrack [ rbrack ] lcub { rcub } "
        + "num # dollar $ percnt % ast * plus + hyphen ‐ dash ‐ equals = excl ! quest ? commat @ lowbar _ vert | "
        + "verbar | grave ` minus − le ≤ ge ≥ ne ≠ rarr → larr ← Hat ^";

    /// <summary>What Windows-1252 has where Unicode has control characters: the standard reads their numbers so.</summary>
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly Dictionary<string, char> Old = OldNames();
    private static readonly Dictionary<string, char> All = AllNames();

    /// <summary>
    /// The character that the reference at the beginning of <paramref name="text"/> stands for, and its length;
    /// null when it is none, but an ampersand.
    /// </summary>
    public static (int Character, int Length)? At(ReadOnlySpan<char> text) =>
        text.StartsWith("&#", StringComparison.Ordinal) ? Numbered(text) : Named(text);

    private static (int, int)? Numbered(ReadOnlySpan<char> text)
    {
        var isHex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var (at, number) = (start, 0);
        for (; at < text.Length && DigitOf(text[at], isHex) is >= 0 and var digit; at++)
            number = Math.Min((number * (isHex ? 16 : 10)) + digit, 0x110000);
        if (at == start)
            return null;
        return (CharacterOf(number), at < text.Length && text[at] == ';' ? at + 1 : at);
    }

    private static int CharacterOf(int number) =>
        number is >= 0x80 and <= 0x9F ? Windows[number - 0x80]
        : number is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) ? Replacement
        : number;

    private static int DigitOf(char c, bool isHex) =>
        char.IsAsciiDigit(c) ? c - '0'
        : isHex && char.IsAsciiHexDigit(c) ? (c | 0x20) - 'a' + 10
        : -1;

    private static (int, int)? Named(ReadOnlySpan<char> text)
    {
        var name = text[1..Math.Min(text.Length, LongestName + 2)];
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length]))
            length++;
        var names = All.GetAlternateLookup<ReadOnlySpan<char>>();
        if (length < name.Length && name[length] == ';' && names.TryGetValue(name[..length], out var whole))
            return (whole, length + 2);
        var old = Old.GetAlternateLookup<ReadOnlySpan<char>>();
        for (; length > 1; length--)
        {
            if (old.TryGetValue(name[..length], out var known))
                return (known, length + 1);
        }
        return null;
    }

    private static Dictionary<string, char> OldNames()
    {
        var names = new Dictionary<string, char>(StringComparer.Ordinal)
        {
            ["amp"] = '&',
            ["lt"] = '<',
            ["gt"] = '>',
            ["quot"] = '"',
            ["AMP"] = '&',
            ["LT"] = '<',
            ["GT"] = '>',
            ["QUOT"] = '"',
            ["COPY"] = '©',
            ["REG"] = '®',
        };
        foreach (var (index, name) in Latin1.Split(' ').Index())
            names[name] = (char)(0xA0 + index);
        return names;
    }

    private static Dictionary<string, char> AllNames()
    {
        var names = new Dictionary<string, char>(Old, StringComparer.Ordinal)
        {
            ["ensp"] = '\u2002',
            ["emsp"] = '\u2003',
            ["thinsp"] = '\u2009',
            ["zwnj"] = '\u200C',
            ["zwj"] = '\u200D',
            ["lrm"] = '\u200E',
            ["rlm"] = '\u200F',
            ["Tab"] = '\t',
            ["NewLine"] = '\n',
        };
        var others = Others.Split(' ');
        for (var i = 0; i < others.Length; i += 2)
            names[others[i]] = others[i + 1][0];
        return names;
    }
}
