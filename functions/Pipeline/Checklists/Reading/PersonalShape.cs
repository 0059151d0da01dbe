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
        rest = PublicPlaces().Replace(rest, " ; ");
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

    /// <summary>"nhà văn hóa ấp 1", "trụ sở khóm 3": a hamlet's house where nobody lives. A name behind it stays.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(nhà (văn (hóa|hoá)|sinh hoạt( cộng đồng)?|thông tin|cộng đồng)|trụ sở|hội trường|trung tâm học tập cộng đồng|điểm (sinh hoạt|tuyên truyền|niêm yết)|ban nhân dân|ban (công tác )?mặt trận|chi bộ|chi hội|(trạm|cụm|loa) truyền thanh)( các| của)? (ấp|khóm|thôn|khu phố|tổ dân phố)(\s+(số\s+)?[0-9]{1,2}\p{L}?(?![\p{L}0-9]))?(?!\p{L})",
        Plain | RegexOptions.IgnoreCase
    )]
    private static partial Regex PublicPlaces();

    /// <summary>Nine digits or more, however they are grouped.</summary>
    [GeneratedRegex(@"[0-9]([ .\u00A0-]{0,2}[0-9]){8,}", Plain)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<![0-9])0[0-9]{8,11}(?![0-9])", Plain)]
    private static partial Regex PhoneInAddress();

    /// <summary>A form of address before a capital: "ông Bảy", "đ/c Hai".</summary>
    [GeneratedRegex(@"(?<![\p{L}])([ÔôOo]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Đđ]ồng chí|[Đđ]/[Cc])\s+\p{Lu}\p{L}*", Plain)]
    private static partial Regex Addressed();
}
