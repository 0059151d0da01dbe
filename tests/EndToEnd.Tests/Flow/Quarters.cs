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

    /// <summary>One export on the quarter's last working day with ten dossiers of it; the first so many came online.</summary>
    public static async Task SendAsync(Workshop workshop, string unit, string quarter, int online)
    {
        var period = Quarter(quarter);
        var last = Calendar.WorkingDays(period.From, period.To).Last();
        var lines = Enumerable
            .Range(0, 10)
            .Select(index => Desk.Line(last, index + 1, index < online ? "Trực tuyến" : "Trực tiếp"));
        await workshop.PutAsync(unit, Desk.File(last), Desk.Csv(lines), Desk.Evening(last));
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
