using System.Collections.Frozen;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>Yes and no as checklists say them, by kind of criterion; the first of each stands in the template's list.</summary>
internal static class AnswerWords
{
    private static readonly FrozenSet<string> Done = Set("có", "x", "1", "đã có", "đã thực hiện", "đã ban hành");
    private static readonly FrozenSet<string> NotDone = Set(
        "không",
        "0",
        "chưa",
        "chưa có",
        "không có",
        "chưa thực hiện",
        "chưa ban hành",
        "chưa công khai"
    );

    /// <summary>What the template offers for a kind: yes and no; none where another answer is typed.</summary>
    public static IReadOnlyList<string> Offered(CriterionKind kind) =>
        kind switch
        {
            CriterionKind.Date => ["Đã ban hành", "Chưa ban hành"],
            CriterionKind.YesNo => ["Có", "Không"],
            CriterionKind.Address => ["Chưa công khai"],
            CriterionKind.Count => [],
        };

    /// <summary>True or false for a known word; null for any other text.</summary>
    public static bool? Read(string text)
    {
        var folded = Fold.Of(text).TrimEnd('.');
        return Done.Contains(folded) ? true
            : NotDone.Contains(folded) ? false
            : null;
    }

    private static FrozenSet<string> Set(params string[] words) =>
        words.Select(word => Fold.Of(word)).ToFrozenSet(StringComparer.Ordinal);
}
