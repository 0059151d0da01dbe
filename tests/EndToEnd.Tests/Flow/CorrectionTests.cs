using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Flow;

public class CorrectionTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly LastDay = new(2022, 3, 14);

    [Fact]
    public async Task Data_that_come_after_a_review_show_as_a_correction_and_leave_the_review_alone()
    {
        Period.TryParse("2022-Q1", PeriodScheme.Statutory, out var quarter).ShouldBeTrue();
        var write = workshop.Get<WriteCorrections>();
        (await write.WriteAsync(quarter!, default)).ShouldBeNull("nothing was reviewed yet");
        var frozen = (await workshop.Get<ReviewQuarter>().ReviewAsync(quarter!, default)).Units;
        (await write.WriteAsync(quarter!, default)).ShouldNotBeNull().Units.ShouldBeEmpty();
        var unit = frozen[0].Unit.Id;
        var export = Desk.Csv(Desk.Line(LastDay, 1, "Trực tuyến"), Desk.Line(LastDay, 2, "Trực tiếp"));
        await workshop.PutAsync(unit, Desk.File(LastDay), export, Desk.Evening(LastDay));
        await workshop.TakeInAsync(unit, 1);

        var correction = (await write.WriteAsync(quarter!, default)).ShouldNotBeNull().Units.ShouldHaveSingleItem();

        correction.Frozen.Unit.Id.ShouldBe(unit);
        var (then, now) = correction.Findings.ShouldHaveSingleItem();
        then.Figure.ShouldBe(new Fraction(0, 0, 0));
        now.Figure.ShouldBe(new Fraction(1, 2, 0));
        (await workshop.Get<ReviewQuarter>().ReviewAsync(quarter!, default))
            .Units[0]
            .Figures.IsEmpty.ShouldBeTrue("a review is frozen");
        var draft = workshop.Get<Store>().Container(StoredNames.Notices);
        (await draft.GetBlobClient(Paths.CorrectionDocx("2022-Q1", unit)).ExistsAsync()).Value.ShouldBeTrue();
    }
}
