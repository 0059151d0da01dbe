using FsCheck;
using FsCheck.Fluent;

namespace CCHC.Pipeline.Tests.Periods;

/// <summary>Days of this century.</summary>
public static class Days
{
    private static readonly int First = new DateOnly(2001, 1, 1).DayNumber;
    private static readonly int Last = new DateOnly(2098, 12, 31).DayNumber;

    public static Arbitrary<DateOnly> Arbitrary() => Arb.From(Gen.Choose(First, Last).Select(DateOnly.FromDayNumber));
}
