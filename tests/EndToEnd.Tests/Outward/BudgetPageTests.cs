using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.BudgetPages;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Tests.Web;

namespace CCHC.EndToEnd.Tests.Outward;

public sealed class BudgetPageTests(OutwardStore store) : IClassFixture<OutwardStore>
{
    private const string Published = "<ul><li><a href=/1.pdf>Công khai dự toán ngân sách năm 2022</a></li></ul>";

    [Fact]
    public async Task Each_unit_gets_what_its_page_said_and_twice_is_the_same_as_once()
    {
        await using var server = new RoughServer(r =>
            r.Path switch
            {
                "/a" => RoughReply.Html(Published),
                "/b" => RoughReply.Of(404),
                _ => RoughReply.Truncated,
            }
        );
        await store.WriteLineAsync("2022-Q1", "29956", server.At("/a").ToString());
        await store.WriteLineAsync("2022-Q1", "29959", server.At("/b").ToString());
        await store.WriteLineAsync("2022-Q1", "29962", server.At("/c").ToString());
        await store.WriteLineAsync("2022-Q1", "29965", "http://a:b@xa.test/");
        await store.WriteLineAsync("2022-Q1", "29968", "");

        var first = await CheckAsync("2022-Q1");

        first
            .Select(line => (line.Unit, line.Page!.Status, line.Page.HttpStatus))
            .ShouldBe([
                ("29956", PageStatus.Published, 200),
                ("29959", PageStatus.Missing, 404),
                ("29962", PageStatus.Unreachable, null),
                ("29965", PageStatus.Refused, null),
            ]);
        first[0].Page!.CheckedOn.ShouldBe(new DateOnly(2022, 3, 7));
        (await CheckAsync("2022-Q1")).ShouldBe(first);
    }

    [Fact]
    public async Task A_page_that_names_one_commune_is_no_other_units_publication()
    {
        await using var server = new RoughServer(_ =>
            RoughReply.Html("<p><a href=/1.pdf>UBND xã Thường Phước 1 công khai dự toán ngân sách năm 2022</a></p>")
        );
        await store.WriteLineAsync("2022-Q4", "29956", server.At("/a").ToString());
        await store.WriteLineAsync("2022-Q4", "29962", server.At("/a").ToString());

        (await CheckAsync("2022-Q4"))
            .Select(line => (line.Unit, line.Page!.Status))
            .ShouldBe([("29956", PageStatus.Published), ("29962", PageStatus.Unreadable)]);
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_down_for_once_does_not_undo_what_was_found()
    {
        var reply = RoughReply.Html(Published);
        await using var server = new RoughServer(_ => reply);
        await store.WriteLineAsync("2022-Q2", "29956", server.At("/").ToString());
        await CheckAsync("2022-Q2");
        reply = RoughReply.Of(503);

        (await CheckAsync("2022-Q2")).Single().Page!.Status.ShouldBe(PageStatus.Published);
        reply = RoughReply.Of(404);
        var later = (await CheckAsync("2022-Q2")).Single().Page!;
        (later.Status, later.HttpStatus).ShouldBe((PageStatus.Missing, 404));
    }

    [Fact]
    public async Task A_check_holds_only_for_the_address_that_was_asked()
    {
        await store.WriteLineAsync("2022-Q3", "29956", "http://xa.test/cu");
        var line = (await store.Get<ChecklistTable>().ListAsync("2022-Q3", default)).Single();
        await store.WriteLineAsync("2022-Q3", "29956", "http://xa.test/moi");
        var check = new PageCheck("http://xa.test/cu", new DateOnly(2022, 3, 7), PageStatus.Missing, 404, "");

        (await store.Get<ChecklistTable>().SavePageCheckAsync(line, check, default)).ShouldBeFalse();
        (await store.Get<ChecklistTable>().ListAsync("2022-Q3", default)).Single().Page.ShouldBeNull();
    }

    [Fact]
    public async Task Quarters_that_were_reviewed_are_not_asked_again()
    {
        var scheme = store.Get<PeriodScheme>();
        Period.TryParse("2021-Q4", scheme, out var reviewed).ShouldBeTrue();
        await store.Get<ReviewTable>().MarkDoneAsync(reviewed, [], 0, new(2022, 1, 1, 0, 0, 0, default), default);

        (await store.Get<CheckDueBudgetPages>().CheckAsync(default)).ShouldBe([
            "2021-Q1",
            "2021-Q2",
            "2021-Q3",
            "2022-Q1",
        ]);
    }

    private async Task<IReadOnlyList<ChecklistLine>> CheckAsync(string period)
    {
        Period.TryParse(period, store.Get<PeriodScheme>(), out var found).ShouldBeTrue();
        return await store.Get<CheckBudgetPages>().CheckAsync(found, default);
    }
}
