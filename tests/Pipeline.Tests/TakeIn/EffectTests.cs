using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Oracle;
using Stamp = CCHC.Pipeline.Ledger.Stamp;

namespace CCHC.Pipeline.Tests.TakeIn;

/// <summary>What an upload did, as its receipt tells it.</summary>
public class EffectTests
{
    private static readonly KeptRow Dossier = new()
    {
        Code = "000.19.05.H20-220103-0001",
        Received = new DateOnly(2022, 1, 3),
        Status = Status.New,
    };

    private static readonly JournalEntry First = Entry(6, Dossier);
    private static readonly JournalEntry Later = Entry(7, Dossier with { Status = Status.Processing });

    [Fact]
    public void It_does_not_depend_on_the_order_within_a_pass()
    {
        var (forth, back) = (new UnitLedger("29956", default), new UnitLedger("29956", default));

        var straight = new LedgerUpdate(forth).Join([First, Later], now: 1)!.Effects;
        var reversed = new LedgerUpdate(back).Join([Later, First], now: 1)!.Effects;

        Told(reversed).ShouldBe(Told(straight));
        Told(straight).ShouldBe([(1, 0), (1, 0)]);
    }

    [Fact]
    public void A_correction_that_a_later_export_overrules_names_its_dossier()
    {
        var ledger = new UnitLedger("29956", default);
        new LedgerUpdate(ledger).Join([Later], now: 1);

        var effect = new LedgerUpdate(ledger).Join([First], now: 2)!.Effects.ShouldHaveSingleItem();

        (effect.Changed, effect.Superseded).ShouldBe((0, 1));
        effect.SupersededCodes.ShouldBe([Dossier.Code]);
        new LedgerUpdate(ledger).Superseded(First).Superseded.ShouldBe(1, "asked again it says the same");
        new LedgerUpdate(ledger).Superseded(Later).Superseded.ShouldBe(0);
    }

    [Fact]
    public void A_ledger_does_not_join_what_was_withdrawn_even_after_its_stored_form()
    {
        var ledger = new UnitLedger("29956", default);
        new LedgerUpdate(ledger).Join([First], now: 1);
        ledger.Withdrawn.Add(Later.Stamp);

        var read = LedgerCodec.Read(LedgerCodec.Write(ledger), PeriodScheme.Statutory)!;

        new LedgerUpdate(read).Join([Later], now: 2).ShouldBeNull();
        read.Unpublished.ShouldHaveSingleItem().Effects.ShouldHaveSingleItem().Changed.ShouldBe(1);
    }

    [Theory]
    [InlineData("29956")]
    [InlineData("29971-20250701")]
    public void A_place_in_the_journal_is_read_from_its_names(string unit)
    {
        var stamp = First.Stamp;
        string[] names =
        [
            Paths.Journal(unit, stamp.AsOf, stamp.UploadedAt, stamp.Sha16, 2),
            Paths.Journal(unit, stamp.AsOf, stamp.UploadedAt, stamp.Sha16, 10),
            Paths.JournalWithdrawal(unit, stamp.AsOf, stamp.UploadedAt, stamp.Sha16),
        ];

        JournalPlace.Of(names).ShouldBe([new(unit, stamp, 10, IsWithdrawn: true)]);
        JournalPlace.Of(names[..1]).ShouldHaveSingleItem().Path.ShouldBe(names[0]);
    }

    private static IEnumerable<(int, int)> Told(IEnumerable<UploadEffect> effects) =>
        effects.OrderBy(effect => effect.Stamp).Select(effect => (effect.Changed, effect.Superseded));

    private static JournalEntry Entry(int day, KeptRow row) =>
        new()
        {
            Unit = "29956",
            Stamp = new Stamp(new DateOnly(2022, 1, day), new DateTime(2022, 1, day, 10, 0, 0).Ticks, (ulong)day),
            Sha256 = new string('0', 64),
            File = "a.csv",
            Columns = NaiveUpload.AllColumns,
            SpeaksForItsDay = true,
            Rows = [row],
        };
}
