using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using static CCHC.Pipeline.Tests.Oracle.Some;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>domain.md §5, the tables of counts and KPIs: each line worked by hand over Q1/2022, 15/12/2021–14/3/2022.</summary>
public class NaiveCountsTests
{
    private static readonly NaiveLine InPerson = Dossier() with { Channel = Channel.InPerson };

    [Theory]
    [InlineData("2021-12-14", "CarriedOver 1, Open 1, OpenInTime 1")]
    [InlineData("2021-12-15", "Received 1, ReceivedInPerson 1, Open 1, OpenInTime 1")]
    [InlineData("2022-03-14", "Received 1, ReceivedInPerson 1, Open 1, OpenInTime 1")]
    [InlineData("2022-03-15", "")]
    public void A_dossier_is_received_in_the_quarter_of_its_day(string received, string counts) =>
        FirstQuarter(Upload("2022-03-20", InPerson with { Received = Day(received) })).Text().ShouldBe(counts);

    [Theory]
    [InlineData("2021-12-14", "")]
    [InlineData("2021-12-15", "CarriedOver 1, Finished 1, OnTime 1")]
    [InlineData("2022-03-14", "CarriedOver 1, Finished 1, OnTime 1")]
    [InlineData("2022-03-15", "CarriedOver 1, Open 1, OpenInTime 1")]
    public void What_came_before_is_carried_over_unless_it_was_finished_before(string finished, string counts) =>
        FirstQuarter(
                Upload("2022-03-20", Dossier("2021-12-01") with { Status = Status.Releasing, Finished = Day(finished) })
            )
            .Text()
            .ShouldBe(counts);

    [Theory]
    [InlineData("2022-01-19", Status.Releasing, Count.Early)]
    [InlineData("2022-01-20", Status.Releasing, Count.OnTime)]
    [InlineData("2022-01-21", Status.Releasing, Count.Overdue)]
    [InlineData("2022-01-19", Status.Cancelled, Count.OnTime)]
    [InlineData("2022-01-21", Status.Cancelled, Count.OnTime)]
    public void Finished_is_early_on_time_or_overdue_by_calendar_day(string finished, Status status, Count expected)
    {
        var line = InPerson with { Status = status, Finished = Day(finished), Due = Day("2022-01-20") };
        var withdrawn = status is Status.Cancelled ? ", Withdrawn 1" : "";
        FirstQuarter(Upload("2022-03-20", line))
            .Text()
            .ShouldBe($"Received 1, ReceivedInPerson 1, Finished 1, {expected} 1{withdrawn}");
    }

    [Theory]
    [InlineData("2022-02-01", "2022-01-31", Status.Processing, true)]
    [InlineData("2022-02-01", "2022-02-01", Status.Processing, false)]
    [InlineData("2022-03-20", "2022-03-13", Status.New, true)]
    [InlineData("2022-03-20", "2022-03-14", Status.New, false)]
    [InlineData("2022-02-01", "2022-01-31", Status.Waiting, false)]
    [InlineData("2022-02-01", "2022-01-31", Status.Paying, false)]
    [InlineData("2022-02-01", "2022-01-31", Status.Unresolved, false)]
    [InlineData("2022-02-01", null, Status.Processing, false)]
    public void Open_is_overdue_once_its_day_is_before_the_data_or_the_period_end(
        string asOf,
        string? due,
        Status status,
        bool overdue
    )
    {
        var line = InPerson with { Status = status, Due = due is null ? null : Day(due) };
        FirstQuarter(Upload(asOf, line))
            .Text()
            .ShouldBe($"Received 1, ReceivedInPerson 1, Open 1, {(overdue ? "OpenOverdue" : "OpenInTime")} 1");
    }

    [Theory]
    [InlineData(Status.Receiving)]
    [InlineData(Status.Denied)]
    public void Receiving_and_denied_are_counted_nowhere(Status status) =>
        FirstQuarter(Upload("2022-03-20", InPerson with { Status = status, Finished = Day("2022-01-20") }))
            .Text()
            .ShouldBe("");

    [Fact]
    public void Returned_counts_on_its_own_day_by_its_own_channel()
    {
        var old = Dossier("2021-11-01") with
        {
            Status = Status.Done,
            Finished = Day("2021-11-05"),
            Returned = Day("2021-12-15"),
        };
        FirstQuarter(Upload("2022-01-10", old with { ReturnChannel = Channel.Postal }))
            .Text()
            .ShouldBe("Returned 1, ReturnedPostal 1");
        FirstQuarter(Upload("2022-01-10", old with { ReturnChannel = Channel.Unrecognised }))
            .Text()
            .ShouldBe("Returned 1, ReturnedUnknownChannel 1");
        FirstQuarter(Upload("2022-01-10", old)).Text().ShouldBe("Returned 1");
    }

    [Theory]
    [InlineData(Status.Done, "2022-01-20", ", ReturnedUnknownDay 1")]
    [InlineData(Status.Releasing, "2022-01-20", "")]
    [InlineData(Status.Cancelled, "2022-01-20", ", Withdrawn 1")]
    public void What_was_returned_nobody_knows_when_is_counted_apart(Status status, string finished, string rest)
    {
        var line = InPerson with { Status = status, Finished = Day(finished) };
        FirstQuarter(Upload("2022-02-10", line))
            .Text()
            .ShouldBe($"Received 1, ReceivedInPerson 1, Finished 1, OnTime 1{rest}");
        FirstQuarter(Upload("2022-02-10", line with { Returned = Day("2022-01-21") }))[Count.ReturnedUnknownDay]
            .ShouldBe(0);
    }

    [Theory]
    [InlineData("2022-01-10", "2022-01-20", "2022-01-25", 1)]
    [InlineData("2021-11-10", "2022-01-20", "2022-01-25", 1)]
    [InlineData("2022-01-10", "2022-01-20", "2022-01-20", 0)]
    [InlineData("2022-01-10", "2022-01-25", "2022-01-20", 0)]
    public void Extended_is_a_present_due_day_later_than_the_first_seen(
        string received,
        string first,
        string present,
        int extended
    )
    {
        var line = Dossier(received);
        FirstQuarter(
            Upload("2022-01-11", line with { Due = Day(first) }),
            Upload("2022-01-12", line with { Due = Day("2022-01-31") }),
            Upload("2022-01-13", line with { Due = Day(present) })
        )[Count.Extended]
            .ShouldBe(extended);
    }

    [Fact]
    public void Kpis_leave_the_unknown_out_and_say_how_many()
    {
        var lines = new[]
        {
            InPerson with
            {
                Code = "A1",
                Channel = Channel.Online,
                Level = Level.Full,
                Digitised = true,
            },
            InPerson with
            {
                Code = "A2",
                Channel = Channel.Online,
                Level = Level.Information,
                Digitised = false,
            },
            InPerson with
            {
                Code = "A3",
                Channel = Channel.Postal,
                Level = Level.Partial,
            },
            InPerson with
            {
                Code = "A4",
                Channel = Channel.Unrecognised,
                Level = Level.Partial,
            },
            InPerson with
            {
                Code = "A5",
                Channel = Channel.Blank,
                PaidOnline = true,
            },
        };
        var counts = FirstQuarter(Upload("2022-03-20", lines));
        Figure("online").ShouldBe(new NaiveFigure(2, 4, 1));
        Figure("online-eligible").ShouldBe(new NaiveFigure(1, 2, 1));
        Figure("fully-online").ShouldBe(new NaiveFigure(1, 4, 1));
        Figure("digitised").ShouldBe(new NaiveFigure(1, 2, 3));
        Figure("online-payment").ShouldBe(new NaiveFigure(1, 1, 4));
        Figure("on-time").ShouldBe(new NaiveFigure(0, 0, 0));
        Figure("on-time-766").ShouldBe(new NaiveFigure(5, 5, 0));
        Figure("overdue-open").ShouldBe(new NaiveFigure(0, 5, 0));
        Figure("postal-return").ShouldBe(new NaiveFigure(0, 0, 0));

        NaiveFigure Figure(string kpi) => NaiveKpi.All.Single(k => k.Id == kpi).Of(counts);
    }

    [Fact]
    public void Rows_exist_from_the_first_dossier_to_the_latest_export_by_field_and_procedure()
    {
        var desk = new NaiveOracle(
            Unit,
            [
                Upload("2022-01-20", Dossier("2021-12-15") with { Field = "Hộ Tịch" }),
                Upload("2022-01-25", Dossier("2021-12-15") with { Procedure = "1.001193", Status = Status.Done }),
            ]
        );
        string[] periods = ["2022-M01", "2022-M02", "2022-Q1", "2022"];
        desk.Rows(statutory: true)
            .Keys.Select(row => row.Period + row.Suffix)
            .ShouldBe(periods.SelectMany(p => new[] { p, $"{p}-f-ho-tich", $"{p}-p-1.001193" }), ignoreOrder: true);
        desk.Rows(statutory: false).Keys.ShouldContain(("2021-M12", "-p-1.001193"));
        desk.Days.Keys.Min().ShouldBe(Day("2021-12-15"));
        desk.Days.Keys.Max().ShouldBe(Day("2022-01-25"));
        desk.Days[Day("2022-01-25")]
            .Text()
            .ShouldBe("CarriedOver 1, Finished 1, OnTime 1, FinishedInferred 1, ReturnedUnknownDay 1");
    }
}
