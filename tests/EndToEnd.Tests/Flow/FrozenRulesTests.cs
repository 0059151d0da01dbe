using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.Corrections;
using CCHC.Pipeline.Review.Explaining;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>What a review is judged by: frozen with it, and as the domain says (domain.md §3, §5; design.md §4, law 6).</summary>
public sealed class FrozenRulesTests : IAsyncLifetime
{
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Another_rule_of_coverage_or_another_day_off_corrects_no_frozen_review()
    {
        await Quarters.SendAsync(workshop, "29956", "2022-Q1", online: 3);
        await ReviewAsync("2022-Q1");
        // Q1/2022 has 58 working days: one has an export, 57 have none.
        (await FrozenAsync("2022-Q1", "29956")).Coverage.MissingDays.Count.ShouldBe(57);

        await using var strict = At(("Review:MostMissingDays", "5"));
        var days = await workshop.Get<RegisterStore>().DaysOffTextAsync(default);
        await workshop
            .Get<RegisterStore>()
            .WriteDaysOffAsync($"{days.TrimEnd()}\n2022-03-14,off,Nghỉ bù,yes\n", default);

        var found = await strict.GetRequiredService<FindCorrections>().FindAsync(Quarters.Quarter("2022-Q1"), default);
        found!.Unread.ShouldBeEmpty();
        found.Units.ShouldBeEmpty();
        // A new look judges by the new rule: 57 working days, the last one the 11th, none with an export.
        var now = await strict.GetRequiredService<ReviewQuarter>().DryRunAsync(Quarters.Quarter("2022-Q1"), default);
        var seen = now.Units.Single(unit => unit.Unit.Id == "29956");
        seen.Findings[0].Reason.ShouldBe(Insufficiency.DaysMissing);
        seen.Coverage.WorkingDays.ShouldBe(57);
    }

    [Fact]
    public async Task A_covered_unit_without_a_dossier_is_none_and_is_asked_for_nothing()
    {
        var last = new DateOnly(2022, 3, 14);
        await workshop.PutAsync("29956", Desk.File(last), Desk.Csv(), Desk.Evening(last));
        await workshop.TakeInAsync("29956", 1);

        await ReviewAsync("2022-Q1");

        var quiet = await FrozenAsync("2022-Q1", "29956");
        var finding = quiet.Findings.ShouldHaveSingleItem();
        (finding.Verdict, finding.Reason, finding.Figure).ShouldBe(
            (Verdict.None, Insufficiency.None, new Fraction(0, 0, 0))
        );
        (quiet.NeedsNotice, quiet.IsInsufficient, quiet.IsBelow).ShouldBe((false, false, false));
        var silent = await FrozenAsync("2022-Q1", "29962");
        (silent.Findings[0].Verdict, silent.NeedsNotice).ShouldBe((Verdict.Insufficient, true));
    }

    [Fact]
    public async Task Weekly_full_lists_cover_the_days_between_them()
    {
        // Mondays from 20/12/2021 to 14/03/2022: 13 lists.
        for (var day = new DateOnly(2021, 12, 20); day <= new DateOnly(2022, 3, 14); day = day.AddDays(7))
            await workshop.PutAsync(
                "29956",
                Desk.File(day),
                Desk.Csv(Desk.Line(day, 1, "Trực tuyến")),
                Desk.Evening(day)
            );
        await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
        // Tết took two of those Mondays and New Year's day none: 31/01/2022 is off, 03/01/2022 as well.
        var daily = await SeeAsync("29956");
        daily.Findings[0].Reason.ShouldBe(Insufficiency.DaysMissing);

        const string profile = """{ "name": "Danh sách tuần", "units": ["29956"], "coverage": "list" }""";
        await workshop.Get<ProfileStore>().WriteAsync(new StoredText("danh-sach-tuan", profile), default);
        workshop.Get<Registers>().Forget();

        var lists = await SeeAsync("29956");
        // Nothing covers 15, 16 and 17/12/2021, the days before the first list.
        lists.Coverage.MissingDays.ShouldBe([new(2021, 12, 15), new(2021, 12, 16), new(2021, 12, 17)]);
        lists.Findings[0].Verdict.ShouldBe(Verdict.Met, "13 of 13 online");
    }

    [Fact]
    public async Task A_unit_that_ended_inside_the_quarter_is_in_all_totals_and_gets_no_letter()
    {
        var ended = await workshop.NewUnitAsync();
        await workshop.ImportAsync(ended, goneFrom: new DateOnly(2022, 2, 1));
        var day = new DateOnly(2022, 1, 28);
        var lines = Enumerable.Range(1, 7).Select(number => Desk.Line(day, number, "Trực tuyến"));
        await workshop.PutAsync(ended, Desk.File(day), Desk.Csv(lines), Desk.Evening(day));
        await workshop.TakeInAsync(ended, 1);
        await Quarters.SendAsync(workshop, "29956", "2022-Q1", online: 3);

        var reviewed = await ReviewAsync("2022-Q1");

        reviewed.Units.Count.ShouldBe(10);
        reviewed.Units.ShouldNotContain(unit => unit.Unit.Id == ended);
        var results = await workshop.Get<ReadQuarterResults>().ReadAsync(Quarters.Quarter("2022-Q1"), default);
        (results.Units.Count, results.Ended.ShouldHaveSingleItem().Unit.Id).ShouldBe((10, ended));
        // Seven of it, ten of the other.
        results.Sum[Count.Received].ShouldBe(17);
        results.Rankings.Single().Total.ShouldBe(new Fraction(10, 17, 0));
        var whole = Form06Page.Of(results)[0];
        whole.Sum.Total.ShouldBe(17);
        whole.Rows.Select(row => row.Name).ShouldContain("Xã thử 0 (kết thúc ngày 31/01/2022)");
        whole.Rows.Count.ShouldBe(11);
        await workshop.Get<WriteReports>().WriteAsync("2022-Q1", default);
        (await workshop.TextAsync(StoredNames.Reports, Paths.SummaryPage("2022-Q1"))).ShouldContain(
            "01 đơn vị kết thúc hoạt động trong kỳ (xã thử 0) không được đánh giá"
        );
        (await workshop.Get<FindCorrections>().FindAsync(Quarters.Quarter("2022-Q1"), default))!.Units.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_has_one_scheme_for_life()
    {
        await Quarters.SendAsync(workshop, "29956", "2022-Q1", online: 3);
        await using var calendar = At(("Scheme", "calendar"));

        var refused = await Should.ThrowAsync<OtherSchemeException>(() =>
            calendar.GetRequiredService<PrepareStore>().PrepareAsync("work", default)
        );

        refused.Message.ShouldContain("kỳ báo cáo statutory");
        refused.Message.ShouldContain("Đặt lại Scheme=statutory");
        await workshop.Get<PrepareStore>().PrepareAsync("work", default);
        var run = await Cli.Cchc.DoneAsync(
            "kpi",
            "Q1/2022",
            "--scheme",
            "calendar",
            "--unit",
            "29956",
            "--format",
            "csv",
            "--storage",
            workshop.Connection
        );
        // Ten dossiers of 14 March, of which three came online.
        var cells = run.Lines[0].Split(',').Zip(run.Lines[1].Split(',')).ToDictionary(of => of.First, of => of.Second);
        (cells["scheme"], cells["from"], cells["received"], cells["online_num"]).ShouldBe(
            ("calendar", "2022-01-01", "10", "3")
        );
    }

    [Fact]
    public async Task A_store_of_an_earlier_program_keeps_the_scheme_of_its_figures()
    {
        await Quarters.SendAsync(workshop, "29956", "2022-Q1", online: 3);
        var born = workshop.Get<Store>().Container(StoredNames.Settings).GetBlobClient("created");
        var known = (await born.GetPropertiesAsync()).Value.Metadata;
        known.Remove("scheme").ShouldBeTrue();
        await born.SetMetadataAsync(known);
        await using var calendar = At(("Scheme", "calendar"));

        await Should.ThrowAsync<OtherSchemeException>(() =>
            calendar.GetRequiredService<PrepareStore>().PrepareAsync("work", default)
        );

        (await born.GetPropertiesAsync()).Value.Metadata["scheme"].ShouldBe("statutory");
    }

    [Fact]
    public async Task A_review_of_another_scheme_is_compared_and_explained_on_its_own_days()
    {
        // Four dossiers before the calendar's quarter, six in it.
        foreach (var (day, count) in new[] { (new DateOnly(2021, 12, 20), 4), (new DateOnly(2022, 3, 14), 6) })
        {
            var lines = Enumerable.Range(1, count).Select(number => Desk.Line(day, number, "Trực tuyến"));
            await workshop.PutAsync("29956", Desk.File(day), Desk.Csv(lines), Desk.Evening(day));
        }
        await workshop.TakeInAsync("29956", 2);
        await using var calendar = At(("Scheme", "calendar"));
        Period.TryParse("2022-Q1", PeriodScheme.Calendar, out var quarter).ShouldBeTrue();
        await calendar.GetRequiredService<ReviewQuarter>().ReviewAsync(quarter!, default);

        var frozen = await FrozenAsync("2022-Q1", "29956");
        (frozen.Scheme, frozen.Period.From, frozen.Figures[Count.Received]).ShouldBe(
            (PeriodScheme.Calendar, new DateOnly(2022, 1, 1), 6)
        );
        var statutory = Quarters.Quarter("2022-Q1");
        (await workshop.Get<FindCorrections>().FindAsync(statutory, default))!.Units.ShouldBeEmpty();
        var online = KpiCatalogue.Find("online")!;
        var explained = await workshop.Get<ExplainFigure>().ExplainAsync(frozen.Unit, statutory, online, default);
        explained.Dossiers.Count.ShouldBe(6);
    }

    private ServiceProvider At(params (string, string)[] settings) =>
        workshop.At(TimeProvider.System.GetUtcNow(), settings);

    private async Task<ReviewResult> ReviewAsync(string quarter)
    {
        await using var pipeline = At(("Review:MostMissingDays", "100"));
        return await pipeline.GetRequiredService<ReviewQuarter>().ReviewAsync(Quarters.Quarter(quarter), default);
    }

    private async Task<ReviewedUnit> SeeAsync(string unit)
    {
        var seen = await workshop.Get<ReviewQuarter>().DryRunAsync(Quarters.Quarter("2022-Q1"), default);
        return seen.Units.Single(reviewed => reviewed.Unit.Id == unit);
    }

    private async Task<ReviewedUnit> FrozenAsync(string quarter, string id)
    {
        var unit = (await workshop.Get<Registers>().GetAsync(default)).Units.Find(id)!;
        return (await workshop.Get<ReviewTable>().FindAsync(Quarters.Quarter(quarter), unit, default))!;
    }
}
