using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Outbox.Reminders;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Outbox;

public class OutlookTests
{
    // 12 of 40 at 40 %: 16 of 40 would do, so 4; and 12 + 7 of 47 is 40,4 %, while 12 + 6 of 46 is 39,1 %.
    [Theory]
    [InlineData(12, 40, 0, 40, 100, 4, 7)]
    // 15 of 40 at 2/5: 16 would do; 15 + 2 of 42 is 40,5 %, while 16 of 41 is 39,02 %.
    [InlineData(15, 40, 0, 2, 5, 1, 2)]
    // Exactly 40 %.
    [InlineData(16, 40, 0, 40, 100, 0, 0)]
    // 36 known and 4 unknown, which count as missed: as if 12 of 40.
    [InlineData(12, 36, 4, 40, 100, 4, 7)]
    // 0 of 3 at half: 2 of 3; and 3 of 6.
    [InlineData(0, 3, 0, 1, 2, 2, 3)]
    public void What_is_missing_is_exact(int num, int den, int unknown, int a, int b, long ofPresent, long ofFurther)
    {
        var outlook = Of(num, den, unknown, a, b);
        outlook.MissingOfPresent.ShouldBe(ofPresent);
        outlook.NeededOfFurther.ShouldBe(ofFurther);
    }

    [Fact]
    public void All_of_all_can_not_be_reached_any_more_once_one_was_missed()
    {
        Of(9, 10, 0, 1, 1).NeededOfFurther.ShouldBeNull();
        Of(10, 10, 0, 1, 1).NeededOfFurther.ShouldBe(0);
    }

    [Property]
    public void The_number_is_enough_and_one_less_is_not(byte online, byte other, byte unknown, byte share)
    {
        var (num, den) = ((int)online, online + other);
        var a = share % 100;
        var further = (int)Of(num, den, unknown, a, 100).NeededOfFurther!.Value;
        IsReached(further).ShouldBeTrue();
        if (further > 0)
            IsReached(further - 1).ShouldBeFalse();

        bool IsReached(int more) => 100L * (num + more) >= (long)a * (den + unknown + more);
    }

    private static Outlook Of(int num, int den, int unknown, int a, int b) =>
        new(
            KpiCatalogue.Find("online")!,
            new Fraction(num, den, unknown),
            new Target("online", a, b, new(2022, 1, 1), null, null, "chỉ tiêu giao năm 2022")
        );
}
