using CCHC.Cli.Printing;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Cli.Demo;

/// <summary>Against the quarter before: what was corrected, what is found again, what is new.</summary>
internal static class QuarterChanges
{
    public static void Print(IReadOnlyList<ReviewedUnit> reviewed, Screen screen)
    {
        var compared = reviewed.Where(unit => unit.Previous is not null).ToList();
        if (compared.Count == 0)
            return;
        screen.Print($"So với kỳ {compared[0].Previous!.Period}:");
        Print("Đã khắc phục", Changes(compared, (now, before, _) => before is Verdict.Below && now is Verdict.Met));
        Print("Lặp lại", Changes(compared, (_, _, times) => times > 1), withTimes: true);
        Print(
            "Mới dưới chỉ tiêu hoặc chưa đạt",
            Changes(compared, (now, before, times) => now is Verdict.Below && times == 1 && before is not Verdict.Below)
        );
        screen.Print();

        void Print(string heading, IEnumerable<(string Unit, string Name, int Times)> changes, bool withTimes = false)
        {
            screen.Print($"  {heading}:");
            foreach (var unit in changes.GroupBy(change => change.Unit))
            {
                var names = unit.Select(change =>
                    withTimes ? $"{change.Name} (lần thứ {change.Times} liên tiếp)" : change.Name
                );
                screen.Print($"    {unit.Key}: {string.Join("; ", names)}.");
            }
        }
    }

    private static IEnumerable<(string Unit, string Name, int Times)> Changes(
        IEnumerable<ReviewedUnit> reviewed,
        Func<Verdict, Verdict?, int, bool> isMeant
    ) =>
        from unit in reviewed
        from found in Found(unit)
        let before = unit.Previous!.Find(found.Id)?.Verdict
        let times = unit.TimesBelow(found.Id)
        where isMeant(found.Verdict, before, times)
        select (unit.Unit.Name, Vietnamese.LowerFirst(found.Name), times);

    private static IEnumerable<(string Id, string Name, Verdict Verdict)> Found(ReviewedUnit unit) =>
        [
            .. unit.Findings.Select(finding => (finding.Kpi.Id, finding.Kpi.Name, finding.Verdict)),
            .. unit.Inspected.Select(finding => (finding.Criterion.Id, finding.Criterion.Name, finding.Verdict)),
        ];
}
