namespace CCHC.Pipeline.Checklists;

/// <summary>Which of two lines on one matter stands: the one uploaded later; then by file name, then the lower one.</summary>
internal sealed class ChecklistOrder : IComparer<ChecklistLine>
{
    public static ChecklistOrder Instance { get; } = new();

    public int Compare(ChecklistLine? x, ChecklistLine? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var byTime = x.UploadedAt.CompareTo(y.UploadedAt);
        var byFile = byTime != 0 ? byTime : string.CompareOrdinal(x.File, y.File);
        return byFile != 0 ? byFile : x.Line.CompareTo(y.Line);
    }
}
