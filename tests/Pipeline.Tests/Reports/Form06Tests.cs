using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Reports;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Form 06 (TT 01/2020), read back from the workbook.</summary>
public sealed class Form06Tests
{
    [Fact]
    public void Columns_three_to_thirteen_are_as_the_circular_defines_them()
    {
        // 60 received: 20 online, 3 by post, 7 of unknown channel, so 30 in person; 5 carried over; 4 + 2 open.
        var field = Field(
            "ho-tich",
            "Hộ tịch",
            60,
            20,
            postal: 3,
            unknown: 7,
            carriedOver: 5,
            early: 11,
            overdue: 8,
            openInTime: 4,
            openOverdue: 2
        );
        var book = new ReadBook(Form06.Write(new SomeQuarter().With("Xã Long Thuận", [field]).Results()));

        int[] expected = [65, 20, 40, 5, 59, 11, 40, 8, 6, 4, 2];
        book.Rows("Tổng hợp")
            .ShouldSatisfyAllConditions(
                rows => rows.Select(row => row.Name).ShouldBe(["Xã Long Thuận", "Tổng cộng"]),
                rows => rows[0].Figures.ShouldBe(expected),
                rows => rows[1].Figures.ShouldBe(expected)
            );
        book.Rows("Xã Long Thuận")[0].Name.ShouldBe("Hộ tịch");
        book.Cells("Tổng hợp").Values.ShouldContain(text => text.Contains("07 hồ sơ chưa xác định được hình thức nộp"));
    }

    [Fact]
    public void A_broken_identity_is_a_bug_that_names_its_row()
    {
        var tally = Field("ho-tich", "Hộ tịch", 60, 20).Figures;
        tally[Count.Early]++;
        Should
            .Throw<InvalidOperationException>(() => Form06Row.Of("Hộ tịch", tally))
            .Message.ShouldBe("Form 06, row \"Hộ tịch\": (7) = (8) + (9) + (10) doesn't hold.");
    }

    [Fact]
    public void Each_broken_identity_is_found()
    {
        // What each count belongs to besides its own column, by the form's own arithmetic.
        foreach (
            var count in new[]
            {
                Count.Received,
                Count.ReceivedOnline,
                Count.CarriedOver,
                Count.Finished,
                Count.Overdue,
                Count.Open,
                Count.OpenInTime,
                Count.OpenOverdue,
            }
        )
        {
            var tally = Field("ho-tich", "Hộ tịch", 60, 20, openInTime: 2).Figures;
            tally[count]++;
            Should.Throw<InvalidOperationException>(() => Form06Row.Of("Hộ tịch", tally), $"{count}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_sheet_says_what_was_frozen(bool province)
    {
        var results = province ? WholeQuarters.Province() : WholeQuarters.HongNgu();
        var book = new ReadBook(Form06.Write(results));
        book.Names.Count.ShouldBe(2 + results.Units.Count);

        var byUnit = book.Rows("Tổng hợp");
        byUnit.Select(row => row.Name).ShouldBe([.. results.Units.Select(unit => unit.Unit.Name), "Tổng cộng"]);
        var byField = book.Rows("Theo lĩnh vực");
        byField[^1].Figures.ShouldBe(byUnit[^1].Figures);
        foreach (var (index, unit) in results.Units.Index())
        {
            byUnit[index].Figures.ShouldBe(Expected([.. results.Fields[unit.Unit.Id].Select(f => f.Figures)]));
            var own = book.Rows(unit.Unit.Name);
            own[^1].Figures.ShouldBe(byUnit[index].Figures);
            foreach (var field in results.Fields[unit.Unit.Id])
                own.Single(row => row.Name == field.Name).Figures.ShouldBe(Expected([field.Figures]));
        }
        foreach (var name in byField.SkipLast(1).Select(row => row.Name))
            byField
                .Single(row => row.Name == name)
                .Figures.ShouldBe(
                    Expected([
                        .. results.Fields.Values.SelectMany(f => f).Where(f => f.Name == name).Select(f => f.Figures),
                    ])
                );
    }

    /// <summary>Summed number by number from the counts themselves.</summary>
    private static int[] Expected(IReadOnlyList<Tally> tallies)
    {
        int Sum(params Count[] counts) => tallies.Sum(tally => counts.Sum(count => tally[count]));
        return
        [
            Sum(
                Count.ReceivedOnline,
                Count.ReceivedInPerson,
                Count.ReceivedPostal,
                Count.ReceivedUnknownChannel,
                Count.CarriedOver
            ),
            Sum(Count.ReceivedOnline),
            Sum(Count.ReceivedInPerson, Count.ReceivedPostal, Count.ReceivedUnknownChannel),
            Sum(Count.CarriedOver),
            Sum(Count.Early, Count.OnTime, Count.Overdue),
            Sum(Count.Early),
            Sum(Count.OnTime),
            Sum(Count.Overdue),
            Sum(Count.OpenInTime, Count.OpenOverdue),
            Sum(Count.OpenInTime),
            Sum(Count.OpenOverdue),
        ];
    }
}
