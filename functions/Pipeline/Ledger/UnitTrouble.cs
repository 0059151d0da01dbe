using Azure;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>What kept one unit from being worked on, while all others were.</summary>
/// <param name="Unit">Unit id.</param>
/// <param name="Words">Which blob, and what is wrong with it, in Vietnamese for staff.</param>
public sealed record UnitTrouble(string Unit, string Words)
{
    public static UnitTrouble Of(string unit, Exception failure) =>
        new(
            unit,
            failure switch
            {
                DamagedException { Damage: var damage } => Of(unit, damage).Words,
                PartlyDoneException partly => string.Join("; ", partly.Failures.Select(each => Of(unit, each).Words)),
                ContendedException => "nhiều tiến trình cùng ghi sổ cái của đơn vị này, hãy chạy lại sau ít phút",
                HeldException held =>
                    $"{held.Words}, hãy bỏ khóa (az storage blob lease break) hoặc đợi khóa hết hạn rồi chạy lại",
                RequestFailedException refused =>
                    $"kho lưu trữ từ chối ({refused.Status} {refused.ErrorCode}): {FirstLine(refused)}",
                _ => $"{FirstLine(failure)} ({failure.GetType().Name})",
            }
        );

    public static UnitTrouble Of(string unit, Damage damage) => new(unit, $"{damage.Place}: {damage.Words}");

    public override string ToString() => $"{Unit}: {Words}";

    private static string FirstLine(Exception failure) => failure.Message.Split('\n')[0].Trim();
}
