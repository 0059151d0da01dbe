using System.Globalization;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>What the pipeline says otherwise than the oracle, in sentences of one line.</summary>
public static class Difference
{
    public static IReadOnlyList<string> Between(DeskQuarter quarter, Outcome outcome) =>
        [
            .. quarter.Units.SelectMany(unit =>
                OfUnit(quarter, unit, outcome.Units.GetValueOrDefault(unit.Id, UnitOutcome.Empty))
            ),
            .. outcome.Units.Keys.Except(quarter.Units.Select(unit => unit.Id)).Select(id => $"{id}: no such unit"),
        ];

    private static IEnumerable<string> OfUnit(DeskQuarter quarter, NaiveUnit unit, UnitOutcome outcome)
    {
        var desk = new NaiveOracle(unit.Id, quarter.Uploads);
        if (desk.AsOf != outcome.AsOf)
            yield return $"{unit.Id}: as-of {Text(outcome.AsOf)}, expected {Text(desk.AsOf)}";

        var rows = desk.Rows(quarter.Statutory);
        foreach (var row in rows.Keys.Union(outcome.Rows.Keys))
        {
            var lastDay = NaiveSpan.Named(row.Period, quarter.Statutory).To;
            foreach (
                var sentence in OfRow(
                    $"{unit.Id}{row.Suffix} in {row.Period}",
                    rows.GetValueOrDefault(row),
                    outcome.Rows.GetValueOrDefault(row),
                    kpi => NaiveTarget.InForce(quarter.Targets, kpi, unit.Id, lastDay)
                )
            )
                yield return sentence;
        }

        var days = desk.Days;
        foreach (var day in days.Keys.Union(outcome.Days.Keys))
        {
            foreach (
                var sentence in OfRow(
                    $"{unit.Id} on {Text(day)}",
                    days.GetValueOrDefault(day),
                    outcome.Days.GetValueOrDefault(day),
                    _ => null
                )
            )
                yield return sentence;
        }

        foreach (var name in quarter.Reviewed.Union(outcome.Reviews.Keys))
        {
            var review = NaiveReview.Of(desk, unit, NaiveSpan.Named(name, quarter.Statutory), quarter.Targets);
            foreach (
                var sentence in OfReview(
                    $"{unit.Id}, review of {name}",
                    review,
                    outcome.Reviews.GetValueOrDefault(name)
                )
            )
                yield return sentence;
        }
    }

    private static IEnumerable<string> OfRow(
        string row,
        IReadOnlyDictionary<Count, int>? expected,
        Tally? actual,
        Func<string, NaiveTarget?> target
    )
    {
        if (expected is null || actual is null)
        {
            yield return expected is null
                ? $"{row}: a row that shouldn't be"
                : $"{row}: no row, expected {expected.Text()}";
            yield break;
        }
        var counts = Enum.GetValues<Count>().Where(count => expected[count] != actual[count]).ToList();
        foreach (var count in counts)
            yield return $"{row}: {count} {actual[count]}, expected {expected[count]}";
        // Figures of wrong counts are wrong, too, which needs no saying.
        foreach (var naive in NaiveKpi.All.Where(_ => counts.Count == 0))
        {
            var kpi = KpiCatalogue.Find(naive.Id)!;
            var (figure, wanted) = (kpi.Of(actual), naive.Of(expected));
            if (new NaiveFigure(figure.Num, figure.Den, figure.Unknown) != wanted)
                yield return $"{row}: {naive.Id} {figure}, expected {wanted}";
            if (target(naive.Id) is not { } held)
                continue;
            var verdict = Verdicts.Of(figure, held.AsImported(), kpi.Better);
            if (verdict != held.Hold(wanted, naive.HigherIsBetter))
                yield return $"{row}: {naive.Id} is {verdict}, expected {held.Hold(wanted, naive.HigherIsBetter)}";
        }
    }

    private static IEnumerable<string> OfReview(string what, NaiveReview? expected, ReviewOutcome? actual)
    {
        if (expected is null || actual is null)
        {
            if (expected is not null || actual is not null)
                yield return expected is null ? $"{what}: shouldn't be" : $"{what}: is missing";
            yield break;
        }
        if (actual.WorkingDays != expected.Coverage.WorkingDays)
            yield return $"{what}: {actual.WorkingDays} working days, expected {expected.Coverage.WorkingDays}";
        if (!actual.MissingDays.SequenceEqual(expected.Coverage.MissingDays))
        {
            yield return $"{what}: without an export on {Text(actual.MissingDays)}, "
                + $"expected {Text(expected.Coverage.MissingDays)}";
        }
        foreach (var kpi in expected.Verdicts.Keys.Union(actual.Verdicts.Keys))
        {
            var (wanted, given) = (Verdict(expected.Verdicts, kpi), Verdict(actual.Verdicts, kpi));
            if (wanted != given)
                yield return $"{what}: {kpi} is {given}, expected {wanted}";
        }
    }

    private static string Verdict(IReadOnlyDictionary<string, Verdict> verdicts, string kpi) =>
        verdicts.TryGetValue(kpi, out var verdict) ? verdict.ToString() : "not judged";

    private static string Text(IEnumerable<DateOnly> days) => string.Join(' ', days.Select(day => Text(day)));

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";
}
