using System.Globalization;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Tests.Oracle;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Laws;

/// <summary>The laws of design.md §4 that hold without any oracle, over generated quarters of desks.</summary>
public class LawTests
{
    private const int Quarters = 60;

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void Law_1_neither_order_nor_repetition_of_uploads_matters(DeskQuarter quarter)
    {
        var oneByOne = quarter
            .Uploads.OrderBy(upload => upload.Stamp)
            .Select(upload => (IReadOnlyList<NaiveUpload>)[upload])
            .ToList();
        var backwards = oneByOne.AsEnumerable().Reverse().SelectMany(batch => new[] { batch, batch }).ToList();

        var straight = PipelineUnderTest.Run(quarter, oneByOne);

        Figures(PipelineUnderTest.Run(quarter, backwards)).ShouldBe(Figures(straight));
        Figures(PipelineUnderTest.Run(quarter, quarter.Batches())).ShouldBe(Figures(straight));
        Figures(PipelineUnderTest.Run(quarter, [quarter.Uploads])).ShouldBe(Figures(straight));
    }

    /// <summary>Law 2's other half, that the kept ledger equals one derived from the journal, is asked in every run.</summary>
    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void Law_2_figures_are_a_pure_function_of_the_uploads(DeskQuarter quarter) =>
        Figures(PipelineUnderTest.Run(quarter, quarter.Batches()))
            .ShouldBe(Figures(PipelineUnderTest.Run(quarter, quarter.Batches())));

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void Law_4_counts_add_over_fields_and_procedures_and_the_identities_of_form_06_hold(DeskQuarter quarter)
    {
        foreach (var unit in PipelineUnderTest.Run(quarter, quarter.Batches()).Units.Values)
        {
            foreach (var period in unit.Rows.GroupBy(row => row.Key.Period))
            {
                var rows = period.ToDictionary(row => row.Key.Suffix, row => row.Value);
                Tally
                    .Sum(
                        rows.Where(row => row.Key.StartsWith("-f-", StringComparison.Ordinal)).Select(row => row.Value)
                    )
                    .ShouldBe(rows[""]);
                Tally
                    .Sum(
                        rows.Where(row => row.Key.StartsWith("-p-", StringComparison.Ordinal)).Select(row => row.Value)
                    )
                    .ShouldBe(rows[""]);
            }
            foreach (var tally in unit.Rows.Values.Concat(unit.Days.Values))
                Identities(tally);
        }
    }

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void Law_4_flows_of_months_add_up_to_the_quarter_and_stocks_are_handed_on(DeskQuarter quarter)
    {
        var scheme = quarter.Statutory ? PeriodScheme.Statutory : PeriodScheme.Calendar;
        foreach (
            var unit in PipelineUnderTest
                .Run(quarter, quarter.Batches())
                .Units.Values.Where(unit => unit.AsOf is not null)
        )
        {
            foreach (
                var (name, whole) in unit
                    .Rows.Where(row =>
                        row.Key is { Suffix: "" } && row.Key.Period.Contains('Q', StringComparison.Ordinal)
                    )
                    .Select(row => (row.Key.Period, row.Value))
            )
            {
                Period.TryParse(name, scheme, out var period).ShouldBeTrue();
                // Months after that of the as-of date have no rows, though a date typed too late may lie in them.
                if (period!.To > unit.AsOf)
                    continue;
                var first = period!.Key!.Value.Ordinal * 3;
                var months = Enumerable.Range(first, 3).Select(month => Month(unit, month)).ToList();
                foreach (var flow in Flows)
                    months.Sum(month => month[flow]).ShouldBe(whole[flow], $"{name} {flow}");
                // A month before the first R has no row, though a return dated before its reception may lie in it.
                months.Sum(month => month[Count.Returned]).ShouldBeLessThanOrEqualTo(whole[Count.Returned], name);
                whole[Count.Open].ShouldBe(months[^1][Count.Open], name);
                whole[Count.OpenOverdue].ShouldBe(months[^1][Count.OpenOverdue], name);
                whole[Count.CarriedOver].ShouldBe(months[0][Count.CarriedOver], name);
            }
        }
    }

    [Property(MaxTest = 20, Arbitrary = [typeof(DeskQuarters)])]
    public void Law_9_the_machine_s_culture_changes_nothing(DeskQuarter quarter)
    {
        var before = CultureInfo.CurrentCulture;
        var here = Figures(PipelineUnderTest.Run(quarter, quarter.Batches()));
        foreach (var culture in (string[])["vi-VN", "tr-TR", "ar-SA", "th-TH"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                Figures(PipelineUnderTest.Run(quarter, quarter.Batches())).ShouldBe(here, culture);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Property]
    public void Law_9_a_day_begins_at_midnight_in_Vietnam(DateTime instant)
    {
        var utc = new DateTime(
            Math.Clamp(instant.Ticks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay),
            DateTimeKind.Utc
        );
        if (utc.Year < 1980)
            return; // Saigon kept other clocks before 1975.
        VietnamTime.DayOf(new DateTimeOffset(utc)).ShouldBe(DateOnly.FromDateTime(utc.AddHours(7)));
    }

    private static readonly Count[] Flows =
    [
        Count.Received,
        Count.ReceivedOnline,
        Count.ReceivedInPerson,
        Count.ReceivedPostal,
        Count.ReceivedUnknownChannel,
        Count.Finished,
        Count.Early,
        Count.OnTime,
        Count.Overdue,
        Count.Withdrawn,
    ];

    private static Tally Month(UnitOutcome unit, int month) =>
        unit.Rows.GetValueOrDefault((new PeriodKey(PeriodKind.Month, month).Name, ""), new Tally());

    /// <summary>Biểu số II.06a: 3 = 4+5+6 = 7+11, 7 = 8+9+10, 11 = 12+13.</summary>
    private static void Identities(Tally row)
    {
        var (received, finished, open) = (row[Count.Received], row[Count.Finished], row[Count.Open]);
        (
            row[Count.ReceivedOnline]
            + row[Count.ReceivedInPerson]
            + row[Count.ReceivedPostal]
            + row[Count.ReceivedUnknownChannel]
        ).ShouldBe(received);
        (received + row[Count.CarriedOver]).ShouldBe(finished + open);
        (row[Count.Early] + row[Count.OnTime] + row[Count.Overdue]).ShouldBe(finished);
        (row[Count.OpenInTime] + row[Count.OpenOverdue]).ShouldBe(open);
    }

    private static List<string> Figures(Outcome outcome) =>
        [
            .. outcome
                .Units.SelectMany(unit =>
                    unit.Value.Rows.Select(row => (Key: $"{unit.Key}{row.Key.Suffix} {row.Key.Period}", row.Value))
                        .Concat(
                            unit.Value.Days.Select(day =>
                                (
                                    Key: string.Create(
                                        CultureInfo.InvariantCulture,
                                        $"{unit.Key} {day.Key:yyyy-MM-dd}"
                                    ),
                                    day.Value
                                )
                            )
                        )
                )
                .Select(row =>
                    $"{row.Key}: {string.Join(' ', row.Value.Values.ToArray().Select(n => n.ToString(CultureInfo.InvariantCulture)))}"
                )
                .Order(StringComparer.Ordinal),
        ];
}
