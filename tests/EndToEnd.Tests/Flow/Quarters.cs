using System.Globalization;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Quarters of one desk and lines of its inspection; all invented.</summary>
internal static class Quarters
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Parse(Shipped.DaysOff);

    public static Period Quarter(string name)
    {
        Period.TryParse(name, PeriodScheme.Statutory, out var period).ShouldBeTrue();
        return period!;
    }

    /// <summary>An export of every working day, with one dossier each; the first so many came online.</summary>
    public static async Task SendAsync(Workshop workshop, string unit, string quarter, int online)
    {
        var period = Quarter(quarter);
        var days = Calendar.WorkingDays(period.From, period.To);
        foreach (var (index, day) in days.Index())
        {
            var line = Desk.Line(day, 1, index < online ? "Trực tuyến" : "Trực tiếp");
            await workshop.PutAsync(unit, Desk.File(day), Desk.Csv(line), Desk.Evening(day));
        }
        await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
    }

    public static ChecklistLine Line(string quarter, string unit, string criterion, Answer answer) =>
        new(
            quarter,
            unit,
            criterion,
            answer,
            "minh chứng",
            string.Create(CultureInfo.InvariantCulture, $"kiem-tra-{quarter}.xlsx"),
            5,
            1
        );
}
