using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Words that only signatures have: who signs, as what, where and when.</summary>
internal static partial class SignatureWords
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static bool AreIn(RowTexts cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (Said().IsMatch(Fold.Bare(Fold.Of(cells[i]))))
                return true;
        }
        return false;
    }

    /// <summary>Compared without diacritics.</summary>
    [GeneratedRegex(
        @"^\(?ky( ten|,| ro|\)|$)|ghi ro ho|ky ten|dong dau|^(nguoi|can bo|cong chuc) (lap|tong hop|bao cao|thong ke|kiem tra|phu trach)|^(tm|kt|tl|tuq|q)\. ?[a-z]|^(pho )?(chu tich|truong phong|truong ban|truong bo phan|giam doc)( |$)|^(thu truong|lanh dao|chuyen vien|van thu|uy ban nhan dan|ubnd|bo phan|dai dien|nhan vien|phu trach|ke toan|xac nhan|noi nhan|thu ky|nguoi duyet|nguoi ky)( |:|$)|ngay [0-9. …]+ thang [0-9. …]+ nam",
        Plain
    )]
    private static partial Regex Said();
}
