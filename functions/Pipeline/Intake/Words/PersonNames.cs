using System.Collections.Frozen;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>
/// Texts that are people's names rather than names of things. Only what most Vietnamese names show is recognised: a
/// family name with a middle name, or with capitals only; enough to keep a slipped column out of the figures.
/// </summary>
internal static class PersonNames
{
    /// <summary>Family names of nine in ten people with which no field of procedures begins.</summary>
    private static readonly FrozenSet<string> Family = Set(
        "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ ngô dương trịnh đinh trương phùng tạ tô"
    );

    /// <summary>Family names that are everyday words too ("Lý lịch tư pháp").</summary>
    private static readonly FrozenSet<string> Doubtful = Set("lý hồ đào đoàn lâm cao mai lương hà thái châu chu");
    private static readonly FrozenSet<string> Middle = Set("văn thị");
    private const int MostWords = 6;

    /// <summary>True when a name stands anywhere in the text.</summary>
    public static bool AreIn(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at + 1 < words.Length; at++)
        {
            var (word, next) = (Fold.Of(words[at]), Fold.Of(words[at + 1]));
            if (Middle.Contains(next) && (Family.Contains(word) || Doubtful.Contains(word)))
                return true;
            if (Family.Contains(word) && char.IsUpper(words[at][0]) && char.IsUpper(words[at + 1][0]))
                return at > 0 || words.Length <= MostWords;
        }
        return false;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ').Select(word => Fold.Of(word)).ToFrozenSet(StringComparer.Ordinal);
}
