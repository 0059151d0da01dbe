using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Tests.Oracle;
using Stamp = CCHC.Pipeline.Ledger.Stamp;

namespace CCHC.Pipeline.Tests.Scoring;

/// <summary>What rests in a cold segment must not move when the as-of date does (docs/adr/0004).</summary>
public class ArchivingTests
{
    private static readonly KeptRow Dossier = new()
    {
        Code = "000.19.05.H20-220103-0001",
        Received = new DateOnly(2022, 1, 3),
        Status = Status.Done,
    };

    [Fact]
    public void A_dossier_whose_end_lies_after_the_as_of_date_is_not_archived_before_it()
    {
        // Sent in June, speaking of January, and finished in May: later than April, when archives are made.
        var desk = Sent(Dossier with { Finished = new DateOnly(2022, 5, 20) });

        desk.DifferencesFromJournal().ShouldBeEmpty();
        Figure(desk, "2022-M06", Count.Finished).ShouldBe(1);
        Figure(desk, "2022-M05", Count.Open).ShouldBe(1);
    }

    [Fact]
    public void Nor_is_one_whose_return_lies_after_it()
    {
        var desk = Sent(Dossier with { Finished = new DateOnly(2022, 1, 5), Returned = new DateOnly(2022, 5, 20) });

        desk.DifferencesFromJournal().ShouldBeEmpty();
        Figure(desk, "2022-M06", Count.Returned).ShouldBe(1);
    }

    [Fact]
    public void A_dossier_long_closed_rests_and_is_found_again_by_a_late_correction()
    {
        var desk = Sent(Dossier with { Finished = new DateOnly(2022, 1, 5) });
        desk.Load().Hot.ShouldBeEmpty();
        desk.Load().Cold.Keys.ShouldBe(["2022-01"]);

        desk.TakeIn([Entry(new DateOnly(2022, 1, 20), Dossier with { Finished = new DateOnly(2022, 1, 17) })]);

        desk.DifferencesFromJournal().ShouldBeEmpty();
        Figure(desk, "2022-M01", Count.Finished).ShouldBe(0);
        Figure(desk, "2022-M02", Count.Finished).ShouldBe(1);
    }

    private static DeskUnderTest Sent(KeptRow row)
    {
        var desk = new DeskUnderTest("29956", PeriodScheme.Statutory);
        desk.TakeIn([Entry(new DateOnly(2022, 1, 6), row)]);
        desk.TakeIn([Entry(new DateOnly(2022, 4, 10))]);
        desk.TakeIn([Entry(new DateOnly(2022, 6, 5))]);
        return desk;
    }

    private static JournalEntry Entry(DateOnly asOf, params KeptRow[] rows) =>
        new()
        {
            Unit = "29956",
            Stamp = new Stamp(asOf, new DateTime(2022, 6, 10).Ticks, (ulong)asOf.DayNumber),
            Sha256 = new string('0', 64),
            File = "a.csv",
            Columns = NaiveUpload.AllColumns,
            SpeaksForItsDay = true,
            Rows = rows,
        };

    private static int Figure(DeskUnderTest desk, string period, Count count)
    {
        Period.TryParse(period, PeriodScheme.Statutory, out var parsed).ShouldBeTrue();
        return PeriodFigures.Of(desk.Load(), parsed)[count];
    }
}
