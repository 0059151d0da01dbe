using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>
/// What evidence may be made of (domain.md §8): numbers and days of documents, addresses of pages, small numbers, names
/// of units, and the words of a closed list. Names take all shapes, so that what isn't known is refused.
/// </summary>
internal sealed partial class EvidenceWords(UnitRegister units)
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Sign = "(UBND|UBMTTQ|UBMT|MTTQ|ĐU|HU|TU|TƯ|BCA|CA|ĐA|PA|TTg|TTr|CTr|[BCDĐGHKLMNPQRSTVX]{1,8})";

    private readonly ClosedVocabulary vocabulary = new([
        .. ClosedVocabulary.Shipped("evidence_words.txt"),
        .. units.All.Select(unit => unit.Name).Where(BeginsWithKind),
    ]);

    public bool Spell(string evidence)
    {
        if (!Addresses().Matches(evidence).All(address => PageAddress.IsOfPage(address.Value)))
            return false;
        var rest = Addresses().Replace(evidence, " ; ");
        foreach (var numbers in new[] { Days(), DocumentNumbers(), Months() })
            rest = numbers.Replace(rest, " ; ");
        return !LongNumber().IsMatch(rest) && vocabulary.Spells(rest);
    }

    /// <summary>As it is kept: of an address the site only, for a path may name somebody ("/can-bo/nguyen-van-a").</summary>
    public static string Kept(string evidence) =>
        Pages()
            .Replace(
                evidence,
                address =>
                    Uri.TryCreate(address.Value, UriKind.Absolute, out var page)
                    && page.PathAndQuery + page.Fragment is not "/"
                        ? page.GetLeftPart(UriPartial.Authority) + "/..."
                        : address.Value
            );

    /// <summary>"Xã Long Thuận", of which "Long Thuận" alone is a person's name, too.</summary>
    private static bool BeginsWithKind(string name) => Kind().IsMatch(name);

    [GeneratedRegex(@"^(xã|phường|thị trấn|thị xã|thành phố|huyện|đặc khu)\s\S", Plain | RegexOptions.IgnoreCase)]
    private static partial Regex Kind();

    [GeneratedRegex(@"https?://\S+", Plain | RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    /// <summary>Without the sentence's own signs behind it.</summary>
    [GeneratedRegex(@"https?://\S*[^\s.,;:)\]]", Plain | RegexOptions.IgnoreCase)]
    private static partial Regex Pages();

    /// <summary>
    /// "số 05/KH-UBND", "12/2022/QĐ-UBND", "389/UBND-HC", "04-NQ/ĐU": letters that no syllable can be made of, and the few usual
    /// signs with a vowel.
    /// </summary>
    [GeneratedRegex(
        $@"(?<![\p{{L}}0-9])[0-9]{{1,5}}(/[0-9]{{4}})?[/-]{Sign}([-/.]{Sign}){{0,3}}(?![\p{{L}}\p{{M}}0-9])",
        Plain
    )]
    private static partial Regex DocumentNumbers();

    [GeneratedRegex(
        @"(?<![0-9])((0?[1-9]|[12][0-9]|3[01])[/.-](0?[1-9]|1[0-2])[/.-](19|20)[0-9]{2}|(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?![0-9])",
        Plain
    )]
    private static partial Regex Days();

    /// <summary>"03/2022".</summary>
    [GeneratedRegex(@"(?<![0-9])(0?[1-9]|1[0-2])[/-](19|20)[0-9]{2}(?![0-9])", Plain)]
    private static partial Regex Months();

    /// <summary>Nine digits or more, however they are grouped.</summary>
    [GeneratedRegex(@"[0-9]([ .\u00A0/()+*_-]{0,3}[0-9]|,[0-9]){8,}", Plain)]
    private static partial Regex LongNumber();
}
