using System.Text;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Tests.Oracle;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Review;

public class FrozenFieldsTests
{
    [Fact]
    public void Fields_are_frozen_with_all_their_counts_also_those_that_only_feed_a_KPI()
    {
        var fields = new List<FieldFigures>
        {
            new("ho-tich", "Hộ tịch", new Tally { [Count.Received] = 3, [Count.ReceivedDigitised] = 2 }),
            new("unknown", "", new Tally { [Count.Received] = 1, [Count.ReceivedUnknownChannel] = 1 }),
        };
        var unit = new Tally
        {
            [Count.Received] = 4,
            [Count.ReceivedDigitised] = 2,
            [Count.ReceivedUnknownChannel] = 1,
        };

        var (json, sha256) = FrozenFields.Of(unit, fields);

        FieldFiguresJson.Read(json).ShouldBe(fields);
        FrozenFields.Of(unit, fields).Sha256.ShouldBe(sha256);
        Encoding.UTF8.GetString(json).ShouldContain("\"name\": \"Hộ tịch\"");
    }

    [Fact]
    public void Fields_that_do_not_add_up_to_their_unit_are_never_frozen() =>
        Should.Throw<InvalidOperationException>(() =>
            FrozenFields.Of(
                new Tally { [Count.Received] = 4 },
                [new("ho-tich", "Hộ tịch", new Tally { [Count.Received] = 3 })]
            )
        );

    [Property(MaxTest = 30, Arbitrary = [typeof(DeskQuarters)])]
    public void Running_counts_and_a_plain_count_give_the_same_fields_which_add_up(DeskQuarter quarter)
    {
        foreach (var (_, desk) in PipelineUnderTest.Desks(quarter))
        {
            foreach (var period in QuarterReviews.PeriodsOf(quarter))
            {
                // Before its first R a unit has no rows, though a return dated before its reception may lie there.
                if (!RowBounds.Of(desk.Load()).Contain(period.Key!.Value, PipelineUnderTest.SchemeOf(quarter)))
                    continue;
                var running = FieldFigures.Of(desk.Load(), PeriodFigures.RowsOf(desk.Load(), period));
                var whole = desk.LoadWhole();

                running.ShouldBe(FieldFigures.Of(whole, PlainCount.Of(whole, period)));
                running.Select(field => field.Field).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
                var unit = PeriodFigures.Of(desk.Load(), period);
                FieldFiguresJson.Read(FrozenFields.Of(unit, running).Json).ShouldBe(running);
            }
        }
    }
}
