using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Tests.Web;

namespace CCHC.EndToEnd.Tests.Outward;

public sealed class PullTests(OutwardStore store) : IClassFixture<OutwardStore>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly byte[] Morning = Desk.Csv(Desk.Line(Monday, 1, "Trực tuyến"));
    private static readonly byte[] Evening = Desk.Csv(Desk.Line(Monday, 1, "Trực tiếp"));

    [Fact]
    public async Task Running_it_twice_changes_nothing()
    {
        await using var server = new RoughServer(r =>
            r.Headers.TryGetValue("If-None-Match", out var known) && known == "\"1\""
                ? RoughReply.Of(304)
                : RoughReply.Of(200, Morning, "Content-Type: text/csv", "ETag: \"1\"")
        );
        var sources = Sources(server, "hai-lan", "29956");

        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Stored]);
        var before = await store.UploadsAsync("29956");
        before.ShouldHaveSingleItem().ShouldStartWith("hai-lan_2022-03-07.csv ");
        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Unchanged]);
        (await store.UploadsAsync("29956")).ShouldBe(before);
        server.Asked[0].Path.ShouldBe("/29956/2022-03-07");
    }

    [Fact]
    public async Task Another_content_of_the_same_day_is_put_beside_and_the_first_again_too()
    {
        var content = Morning;
        await using var server = new RoughServer(_ => RoughReply.Of(200, content));
        var sources = Sources(server, "doi", "29977");
        await PullAsync(sources, Monday);
        content = Evening;
        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Stored]);
        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Unchanged]);
        content = Morning;
        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Stored]);

        (await store.UploadsAsync("29977"))
            .Select(upload => upload[..upload.LastIndexOf(' ')])
            .ShouldBe(["doi_2022-03-07 (2).csv", "doi_2022-03-07 (3).csv", "doi_2022-03-07.csv"]);
    }

    [Fact]
    public async Task A_pull_that_died_before_it_noted_what_it_put_puts_nothing_twice()
    {
        await using var server = new RoughServer(_ => RoughReply.Of(200, Morning));
        var sources = Sources(server, "chet", "29962");
        await PullAsync(sources, Monday);
        var before = await store.UploadsAsync("29962");
        await store.Get<Store>().Container(StoredNames.Settings).DeleteBlobAsync(Paths.PullState("chet"));

        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Unchanged]);
        (await store.UploadsAsync("29962")).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_was_put_before_its_day_by_a_wrong_clock_is_put_again_once()
    {
        await using var server = new RoughServer(r =>
            r.Headers.TryGetValue("If-None-Match", out var known) && known == "\"1\""
                ? RoughReply.Of(304)
                : RoughReply.Of(200, Morning, "Content-Type: text/csv", "ETag: \"1\"")
        );
        var sources = Sources(server, "som", "29995");
        await PullAsync(sources, Monday);
        const string file = "som_2022-03-07.csv";
        await store.Get<Store>().Container(StoredNames.Exports).DeleteBlobAsync($"29995/{file}");
        var sunday = VietnamTime.StartOf(Monday).AddHours(-6).UtcTicks;
        await store.Get<ExportStore>().AddAsync("29995", file, Morning, sunday, default);
        await store.Get<SweepExports>().SweepAsync(default);

        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Stored]);
        await store.Get<SweepExports>().SweepAsync(default);
        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Unchanged]);

        (await store.UploadsAsync("29995")).Count.ShouldBe(2);
        (await store.Get<ExportsTable>().TakenDaysAsync("29995", Monday, Monday, default)).ShouldBe([Monday]);
    }

    [Fact]
    public async Task A_day_without_an_export_is_tried_again_and_one_pulled_on_itself_is_completed()
    {
        var isThere = false;
        await using var server = new RoughServer(r =>
            r.Path.EndsWith("2022-03-07", StringComparison.Ordinal) || isThere
                ? RoughReply.Of(200, $"{Desk.Header}\r\n{r.Path};{isThere}")
                : RoughReply.Of(404)
        );
        var sources = Sources(server, "tre", "29980", "\"daysBack\": 4");
        (await PullAsync(sources, Monday)).ShouldBe([PullOutcome.Stored, PullOutcome.NotThere, PullOutcome.NotThere]);
        isThere = true;
        (await PullAsync(sources, Monday.AddDays(1))).ShouldBe([.. Enumerable.Repeat(PullOutcome.Stored, 3)]);

        (await store.UploadsAsync("29980")).Count.ShouldBe(4);
        (await PullAsync(sources, Monday.AddDays(1))).ShouldBe([PullOutcome.Unchanged]);
    }

    [Fact]
    public async Task What_is_no_export_is_told_and_not_kept_and_other_units_go_on()
    {
        await using var server = new RoughServer(r =>
            r.Path.Contains("29983", StringComparison.Ordinal)
                ? RoughReply.Html("<form>Đăng nhập</form>")
                : RoughReply.Of(200, Morning)
        );

        var outcomes = await PullAsync(Sources(server, "dang-nhap", "29983\", \"29971"), Monday);

        outcomes.ShouldBe([PullOutcome.Failed, PullOutcome.Stored]);
        (await store.UploadsAsync("29983")).ShouldBeEmpty();
        var failure = (await store.Get<PullStates>().ReadAsync("dang-nhap", default)).Of("29983").LastFailure!;
        (failure.Day, failure.Text).ShouldBe(
            (Monday, "Máy chủ trả về một trang web (có thể là trang đăng nhập) thay cho tệp số liệu.")
        );
    }

    [Fact]
    public async Task The_key_comes_from_the_configuration_and_without_it_nobody_is_asked()
    {
        await using var server = new RoughServer(r =>
            r.Headers["X-Key"] == "bi-mat" ? RoughReply.Of(200, Morning) : RoughReply.Of(401)
        );
        var key = "\"header\": \"X-Key\", \"secret\": \"khoa-mot-cua\"";
        (await PullAsync(Sources(server, "khoa", "29974", key), Monday)).ShouldBe([PullOutcome.Stored]);

        var other = key.Replace("khoa-mot-cua", "khoa-khac", StringComparison.Ordinal);
        (await PullAsync(Sources(server, "khoa-2", "29974", other), Monday)).ShouldBe([PullOutcome.Failed]);
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Outside_its_window_a_source_is_asked_by_hand_only()
    {
        await using var server = new RoughServer(_ => RoughReply.Of(404));
        var sources = Sources(server, "gio", "29956", "\"window\": {\"from\": \"19:00\", \"to\": \"20:00\"}");

        (await PullAsync(sources, Monday)).ShouldBeEmpty();
        (await store.Get<PullExports>().PullAsync("gio", null, default))
            .ShouldHaveSingleItem()
            .Outcome.ShouldBe(PullOutcome.NotThere);
    }

    private async Task<IReadOnlyList<PullOutcome>> PullAsync(string sources, DateOnly day)
    {
        store.SetDay(day);
        return [.. (await store.PullAsync(sources)).Select(result => result.Outcome)];
    }

    private static string Sources(RoughServer server, string id, string units, string more = "\"daysBack\": 0") =>
        $$"""
            [{"id": "{{id}}", "units": ["{{units}}"], "address": "http://127.0.0.1:{{server.Port}}/{unit}/{date}",
              {{(more.Contains("daysBack", StringComparison.Ordinal) ? more : more + ", \"daysBack\": 0")}}}]
            """;
}
