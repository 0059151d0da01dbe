using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>The columns of a checklist in the order of the template.</summary>
internal enum ChecklistColumn
{
    Period,
    UnitCode,
    UnitName,
    CriterionId,
    CriterionName,
    Requirement,
    Result,
    Day,
    Evidence,
}

/// <summary>How a checklist heads its columns.</summary>
internal static class ChecklistColumns
{
    public static IReadOnlyList<ChecklistColumn> All { get; } = Enum.GetValues<ChecklistColumn>();

    /// <summary>Without these nothing is known of a line.</summary>
    public static IReadOnlyList<ChecklistColumn> Required { get; } =
    [ChecklistColumn.Period, ChecklistColumn.UnitCode, ChecklistColumn.CriterionId, ChecklistColumn.Result];

    public static string Title(this ChecklistColumn column) =>
        column switch
        {
            ChecklistColumn.Period => "Kỳ",
            ChecklistColumn.UnitCode => "Mã đơn vị",
            ChecklistColumn.UnitName => "Đơn vị",
            ChecklistColumn.CriterionId => "Mã tiêu chí",
            ChecklistColumn.CriterionName => "Tiêu chí",
            ChecklistColumn.Requirement => "Yêu cầu",
            ChecklistColumn.Result => "Kết quả",
            ChecklistColumn.Day => "Ngày",
            ChecklistColumn.Evidence => "Minh chứng",
        };

    /// <summary>What a cell of the header says; null for any other text.</summary>
    public static ChecklistColumn? Of(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return null;
        var folded = Fold.Of(cell).TrimEnd('*', ':', ' ');
        foreach (var column in All)
        {
            var title = Fold.Of(column.Title());
            if (folded == title || folded == Fold.Bare(title))
                return column;
        }
        return null;
    }
}
