using CCHC.Demo;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;

namespace CCHC.EndToEnd.Tests.Demo;

/// <summary>What the province's quarter promises.</summary>
public sealed class ProvinceArrangementTests
{
    private static readonly DemoQuarter Province = TheDemo.Province;

    [Fact]
    public void All_units_but_one_send_and_every_verdict_occurs()
    {
        DemoQuarter.ProvinceUnits.Count.ShouldBe(102);
        DemoQuarter.ProvinceUnits.Count(unit => unit.Kind == "ward").ShouldBe(20);
        Province.Expected.Keys.ShouldBe(
            DemoQuarter.ProvinceUnits.Select(unit => unit.Code.Text).Where(code => code != "30163"),
            ignoreOrder: true
        );
        var verdicts = Province.Expected.Values.CountBy(truth => truth.Verdict).ToDictionary();
        verdicts[Verdict.Met].ShouldBeInRange(40, 80);
        verdicts[Verdict.Below].ShouldBeInRange(20, 50);
        verdicts[Verdict.Insufficient].ShouldBe(6);
    }

    [Fact]
    public void One_meets_half_to_the_dossier_and_one_is_a_dossier_short()
    {
        var (exact, oneShort) = (Province.Expected["29971"], Province.Expected["29983"]);

        (2 * exact.Online.Num, exact.Verdict).ShouldBe((exact.Online.Den, Verdict.Met));
        (2 * (oneShort.Online.Num + 1), oneShort.Verdict).ShouldBe((oneShort.Online.Den, Verdict.Below));
    }

    [Fact]
    public void Uploads_come_on_working_days_before_the_clock()
    {
        Province.Files.Select(file => (file.Code, file.File)).ShouldBeUnique();
        Province.Files.ShouldAllBe(file => file.UploadedAt < DemoPeriod.Province.Clock.UtcTicks);
        Province.Files.ShouldAllBe(file => TheDemo.Calendar.IsWorkingDay(VietnamTime.DayOf(file.UploadedAt)));
        Province.Files.Max(file => file.AsOf).ShouldBe(new DateOnly(2025, 12, 12));
    }

    [Fact]
    public void Some_of_the_units_give_the_same_files_as_all_of_them()
    {
        var one = TheDemo.MadeProvince("29971");

        one.Files.Select(file => file.File)
            .ShouldBe(Province.Files.Where(file => file.Code == "29971").Select(file => file.File));
        one.Expected["29971"].ShouldBe(Province.Expected["29971"]);
    }
}
