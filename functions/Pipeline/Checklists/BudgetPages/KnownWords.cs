using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>Whether a text is made of known words alone, besides the unit's own name, numbers and signs.</summary>
/// <param name="own">The unit's name without its kind, folded and without marks.</param>
/// <param name="known">Words of up to five syllables.</param>
internal sealed partial class KnownWords(string own, FrozenSet<string> known)
{
    private const int MostSyllables = 5;
    private readonly Regex? ownName = own.Length == 0 ? null : OwnName(own);

    public static FrozenSet<string> Of(string listed) =>
        listed
            .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);

    public bool AreAll(string text) => IsTiled(In(text));

    /// <summary>The syllables that are no number and no sign; the unit's name is "xa", a quarter "nam".</summary>
    public IReadOnlyList<string> In(string text)
    {
        var rest = Signs().Replace(ownName?.Replace(text, " xa ") ?? text, " ");
        return [.. Words().Matches(Quarter().Replace(rest, " nam ")).Select(word => word.Value).Where(IsWord)];
    }

    private static bool IsWord(string word) => !Numbers().IsMatch(word);

    private bool IsTiled(IReadOnlyList<string> words)
    {
        var reached = new bool[words.Count + 1];
        reached[0] = true;
        for (var at = 0; at < words.Count; at++)
        {
            for (var many = 1; reached[at] && many <= MostSyllables && at + many <= words.Count; many++)
                reached[at + many] |= known.Contains(string.Join(' ', words.Skip(at).Take(many)));
        }
        return reached[^1];
    }

    /// <summary>With the province's or district's behind it.</summary>
    private static Regex OwnName(string own) =>
        new(
            $@"(?<!\w)(xa|phuong|thi tran|dac khu) {Regex.Escape(own)}(?!\w)([ ,-]*(huyen|tinh|thanh pho|tp|thi xa) \w+ \w+)*",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        );

    /// <summary>"12/QĐ-UBND", "05/01/2022", "113/CK TC-NSNN".</summary>
    [GeneratedRegex(@"\d+(/[\w-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Signs();

    /// <summary>Without its number it may be a fund.</summary>
    [GeneratedRegex(
        @"(?<!\w)quy ([ivx]{1,3}|[1-4])(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("^([0-9]{1,15}|[ivx]{1,4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
