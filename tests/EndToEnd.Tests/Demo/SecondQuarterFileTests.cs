using CCHC.Demo;
using CCHC.Pipeline.Periods;

namespace CCHC.EndToEnd.Tests.Demo;

public sealed class SecondQuarterFileTests
{
    private static readonly IReadOnlyList<DemoFile> Files = TheDemo.Second.Files;

    [Fact]
    public void Its_uploads_lie_between_the_two_clocks_in_order()
    {
        Files.Zip(Files.Skip(1)).ShouldAllBe(pair => pair.First.UploadedAt < pair.Second.UploadedAt);
        Files[0].UploadedAt.ShouldBeGreaterThan(DemoPeriod.First.Clock.UtcTicks);
        Files[^1].UploadedAt.ShouldBeLessThan(DemoPeriod.Second.Clock.UtcTicks);
        Files.ShouldAllBe(file => file.AsOf <= VietnamTime.DayOf(file.UploadedAt));
    }

    [Fact]
    public void No_name_of_the_first_quarter_comes_again() =>
        TheDemo.Quarter.Files.Concat(Files).Select(file => (file.Code, file.File)).ShouldBeUnique();

    [Fact]
    public void Nothing_is_sent_on_or_for_a_day_off()
    {
        foreach (var file in Files)
        {
            TheDemo.Calendar.IsWorkingDay(file.AsOf).ShouldBeTrue(file.File);
            TheDemo.Calendar.IsWorkingDay(VietnamTime.DayOf(file.UploadedAt)).ShouldBeTrue(file.File);
        }
        foreach (var off in (DateOnly[])[new(2022, 4, 11), new(2022, 4, 30), new(2022, 5, 2), new(2022, 5, 3)])
            TheDemo.Second.Dossiers.ShouldNotContain(dossier => dossier.Received == off);
    }

    [Fact]
    public void Every_dossier_is_told_of_and_every_planted_token_stands_in_a_file()
    {
        var words = TheDemo.WordsOf(Files);

        TheDemo.Second.Planted.Where(token => !words.Contains(token)).ShouldBeEmpty();
        TheDemo.Second.Dossiers.Where(dossier => !words.Contains(dossier.Code)).ShouldBeEmpty();
    }
}
