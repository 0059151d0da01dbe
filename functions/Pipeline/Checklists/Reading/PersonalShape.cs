using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>
/// Whether a person could be named in evidence (domain.md §8): a name or a house, a telephone or identity number, an
/// e-mail. Numbers and days of documents, and addresses of pages, are what evidence is made of.
/// </summary>
internal static partial class PersonalShape
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static bool IsIn(string evidence)
    {
        if (Addresses().Matches(evidence).Any(address => IsInAddress(address.Value)))
            return true;
        var rest = Days().Replace(DocumentNumbers().Replace(Addresses().Replace(evidence, " ; "), " ; "), " ; ");
        return rest.Contains('@') || LongNumber().IsMatch(rest) || Addressed().IsMatch(rest) || PersonalText.IsIn(rest);
    }

    /// <summary>A user's name, an e-mail, or a number as telephones and identity cards have.</summary>
    public static bool IsInAddress(string address) => address.Contains('@') || PhoneInAddress().IsMatch(address);

    [GeneratedRegex(@"https?://\S+", Plain | RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    /// <summary>"số 05/KH-UBND", "12/2022/QĐ-UBND", "389/UBND-HC".</summary>
    [GeneratedRegex(@"(\b[Ss]ố\s*:?\s*)?\b[0-9]{1,5}(/[0-9]{4})?/\p{Lu}[\p{L}0-9&.-]*", Plain)]
    private static partial Regex DocumentNumbers();

    [GeneratedRegex(@"\b([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\b", Plain)]
    private static partial Regex Days();

    /// <summary>Nine digits or more, however they are grouped.</summary>
    [GeneratedRegex(@"[0-9]([ .\u00A0-]{0,2}[0-9]){8,}", Plain)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<![0-9])0[0-9]{8,11}(?![0-9])", Plain)]
    private static partial Regex PhoneInAddress();

    /// <summary>A form of address before a capital: "ông Bảy", "đ/c Hai".</summary>
    [GeneratedRegex(@"(?<![\p{L}])([ÔôOo]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Đđ]ồng chí|[Đđ]/[Cc])\s+\p{Lu}\p{L}*", Plain)]
    private static partial Regex Addressed();
}
