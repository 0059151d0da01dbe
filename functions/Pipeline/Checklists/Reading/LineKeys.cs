using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;
using Codes = CCHC.Pipeline.Checklists.Reading.ChecklistFaultCodes;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>The cells that say what a line is about, names beside ids.</summary>
internal sealed record KeyCells(string Period, string Unit, string UnitName, string Criterion, string CriterionName);

/// <summary>What a line is about.</summary>
/// <param name="Period">A quarter.</param>
/// <param name="Unit">Valid on its last day.</param>
/// <param name="Criterion">In force for the unit on that day.</param>
/// <param name="Warning">The unit's name beside its code is not the list's.</param>
internal sealed record LineKey(Period Period, Unit Unit, Criterion Criterion, CellFault? Warning);

/// <summary>Finds quarter, unit and criterion of a line, or says which of them is wrong.</summary>
internal sealed class LineKeys(UnitRegister units, CriterionList criteria, PeriodScheme scheme)
{
    private readonly Dictionary<(string Unit, DateOnly Day), IReadOnlyList<Criterion>> inForce = [];

    /// <summary>A quarter; null for any other text.</summary>
    public Period? PeriodOf(string text) =>
        Period.TryParse(QuarterWords.Named(text) ?? text, scheme, out var period)
        && period.Key is { Kind: PeriodKind.Quarter }
            ? period
            : null;

    public (LineKey? Key, CellFault? Fault) Find(KeyCells cells, Period? first)
    {
        if (Blank(cells) is { } blank)
            return (null, Missing(blank));
        if (PeriodOf(cells.Period) is not { } period)
            return (
                null,
                Fault(
                    ChecklistColumn.Period,
                    Codes.PeriodBad,
                    "Kỳ phải là một quý kèm năm, dạng 2022-Q1 hoặc Quý I/2022."
                )
            );
        if (period != first)
            return (
                null,
                Fault(
                    ChecklistColumn.Period,
                    Codes.OtherPeriod,
                    $"Kỳ {period.Name} khác kỳ {first!.Name} của dòng đầu; mỗi phiếu chỉ cho một kỳ."
                )
            );
        return UnitOf(cells, period) switch
        {
            (null, var fault) => (null, fault),
            ({ } unit, var warning) => CriterionOf(cells, unit, period) switch
            {
                (null, var fault) => (null, fault),
                ({ } criterion, _) => (new LineKey(period, unit, criterion, warning), null),
            },
        };
    }

    public static CellFault Missing(ChecklistColumn column) =>
        Fault(column, Codes.KeyMissing, $"Thiếu {column.Title().ToLowerInvariant()}; lấy nguyên từ phiếu mẫu.");

    private static ChecklistColumn? Blank(KeyCells cells) =>
        cells.Period.Length == 0 ? ChecklistColumn.Period
        : cells.Unit.Length == 0 ? ChecklistColumn.UnitCode
        : cells.Criterion.Length == 0 ? ChecklistColumn.CriterionId
        : null;

    private (Unit? Unit, CellFault? Fault) UnitOf(KeyCells cells, Period period)
    {
        var known = units.HolderOn(cells.Unit, period.To) ?? units.Find(cells.Unit);
        if (known is null || !known.Term.Includes(period.To))
        {
            var isKnown = known is not null || units.Knows(cells.Unit);
            return (
                null,
                isKnown
                    ? Fault(
                        ChecklistColumn.UnitCode,
                        FaultCodes.UnitNotValid,
                        $"Đơn vị mang mã này không tồn tại vào ngày cuối kỳ ({Told.Day(period.To)}); lấy mã từ phiếu mẫu của kỳ."
                    )
                    : Fault(
                        ChecklistColumn.UnitCode,
                        FaultCodes.UnknownUnit,
                        "Mã đơn vị không có trong danh mục; lấy mã từ phiếu mẫu của kỳ, ví dụ 29956."
                    )
            );
        }
        if (cells.UnitName.Length == 0 || Fold.Of(cells.UnitName) == Fold.Of(known.Name))
            return (known, null);
        return units.ValidOn(period.To).Any(other => Fold.Of(other.Name) == Fold.Of(cells.UnitName))
            ? (
                null,
                Fault(
                    ChecklistColumn.UnitName,
                    FaultCodes.OtherUnit,
                    $"Tên đơn vị là của một đơn vị khác; mã {known.Id} là {known.Name}. Sửa mã hoặc tên."
                )
            )
            : (
                known,
                Fault(
                    ChecklistColumn.UnitName,
                    FaultCodes.UnitTextUnknown,
                    $"Tên đơn vị không có trong danh mục; dòng được tính cho {known.Name} theo mã {known.Id}."
                )
            );
    }

    private (Criterion? Criterion, CellFault? Fault) CriterionOf(KeyCells cells, Unit unit, Period period)
    {
        var asked = InForce(unit, period.To);
        if (asked.FirstOrDefault(one => one.Id == cells.Criterion) is not { } criterion)
        {
            var isKnown = criteria.All.Any(one => one.Id == cells.Criterion);
            var ids = string.Join(", ", asked.Select(one => one.Id));
            return (
                null,
                isKnown
                    ? Fault(
                        ChecklistColumn.CriterionId,
                        Codes.CriterionNotInForce,
                        $"Tiêu chí không áp dụng cho đơn vị vào ngày cuối kỳ ({Told.Day(period.To)}); các tiêu chí áp dụng: {ids}."
                    )
                    : Fault(
                        ChecklistColumn.CriterionId,
                        Codes.CriterionUnknown,
                        $"Không có tiêu chí mang mã này; các tiêu chí áp dụng: {ids}."
                    )
            );
        }
        var name = Fold.Of(cells.CriterionName);
        var isOther =
            name.Length > 0
            && name != Fold.Of(criterion.Name)
            && asked.Any(one => one.Id != criterion.Id && Fold.Of(one.Name) == name);
        return isOther
            ? (
                null,
                Fault(
                    ChecklistColumn.CriterionName,
                    Codes.OtherCriterion,
                    $"Tên tiêu chí là của một tiêu chí khác; mã {criterion.Id} là \"{criterion.Name}\". Sửa mã hoặc tên."
                )
            )
            : (criterion, null);
    }

    private IReadOnlyList<Criterion> InForce(Unit unit, DateOnly day)
    {
        if (!inForce.TryGetValue((unit.Id, day), out var asked))
            inForce[(unit.Id, day)] = asked = Criterion.InForce(criteria.All, unit, day);
        return asked;
    }

    private static CellFault Fault(ChecklistColumn column, string code, string message) => new(column, code, message);
}
