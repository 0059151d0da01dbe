using System.IO.Compression;
using System.Text;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Notices;

/// <summary>Reviews made today of a quarter of 2022: the province issues their letters now.</summary>
public sealed class IssueTests(Letters letters) : IClassFixture<Letters>
{
    private const string Quarter = "2022-Q1";
    private static readonly DateOnly Day = new(2022, 3, 25);

    [Fact]
    public async Task An_issued_letter_has_number_and_day_and_starts_the_deadlines()
    {
        var unit = (await letters.UnitsAsync(Quarter))[0];
        await letters.FollowAsync(unit, Quarter);

        var issued = await letters.IssueAsync(Quarter, unit, "389/UBND-NC", Day);

        // 25 March 2022 was a Friday, and Monday, 11 April off for the Hùng Kings: 5 days end on 1 April, 15 on 18 April.
        issued.ShouldBe(
            new IssuedNotice(Quarter, unit.Id, "389", Day, new DateOnly(2022, 4, 18), new DateOnly(2022, 4, 1))
        );
        var html = await letters.HtmlAsync(Quarter, unit);
        html.ShouldContain("<strong>ĐÃ BAN HÀNH</strong> số 389/UBND-NC ngày 25 tháng 3 năm 2022");
        html.ShouldNotContain("DỰ THẢO");
        var words = Document(await letters.DocxAsync(Paths.IssuedDocx(Quarter, unit.Id)));
        words.ShouldContain("Số: 389/UBND-NC<");
        words.ShouldContain("Đồng Tháp, ngày 25 tháng 3 năm 2022<");
        var item = await letters.FollowedAsync(unit, Quarter);
        (item.Number, item.IssuedOn, item.Deadline).ShouldBe(("389", Day, new DateOnly(2022, 4, 18)));
        Document(await letters.DocxAsync(Paths.NoticeDocx(Quarter, unit.Id))).ShouldContain("Số:        /UBND-NC");
    }

    [Fact]
    public async Task Issuing_it_twice_changes_nothing()
    {
        var unit = (await letters.UnitsAsync(Quarter))[1];
        var first = await letters.IssueAsync(Quarter, unit, "400", Day);
        var (record, docx) = (
            await letters.RecordAsync(Quarter, unit),
            await letters.DocxAsync(Paths.IssuedDocx(Quarter, unit.Id))
        );

        (await letters.IssueAsync(Quarter, unit, "Số: 0400", Day)).ShouldBe(first);

        (await letters.RecordAsync(Quarter, unit)).ShouldBe(record);
        (await letters.DocxAsync(Paths.IssuedDocx(Quarter, unit.Id))).ShouldBe(docx);
    }

    [Fact]
    public async Task Another_number_is_refused_with_what_is_recorded_unless_it_is_to_be_replaced()
    {
        var units = await letters.UnitsAsync(Quarter);
        await letters.IssueAsync(Quarter, units[2], "410", Day);

        var refused = await Should.ThrowAsync<NotIssuedException>(() =>
            letters.IssueAsync(Quarter, units[2], "411", Day)
        );
        refused.Message.ShouldContain("số 410/UBND-NC ngày 25 tháng 3 năm 2022");
        (await letters.FindAsync(Quarter, units[2]))!.Number.ShouldBe("410");

        var replaced = await letters.IssueAsync(Quarter, units[2], "411", Day.AddDays(3), replace: true);
        (replaced.Number, replaced.Date).ShouldBe(("411", Day.AddDays(3)));
        (await letters.HtmlAsync(Quarter, units[2])).ShouldContain("số 411/UBND-NC ngày 28 tháng 3 năm 2022");
        // The number is free again, and a letter on it is no other's.
        (await letters.IssueAsync(Quarter, units[3], "410", Day)).Number.ShouldBe("410");
    }

    [Fact]
    public async Task One_number_is_given_once_a_year()
    {
        var units = await letters.UnitsAsync(Quarter);
        await letters.IssueAsync(Quarter, units[4], "05", Day);

        var refused = await Should.ThrowAsync<NotIssuedException>(() =>
            letters.IssueAsync(Quarter, units[5], "5", Day)
        );
        refused.Message.ShouldContain($"Số 05/UBND-NC năm 2022 đã cấp cho công văn {Quarter} của đơn vị {units[4].Id}");
        (await letters.FindAsync(Quarter, units[5])).ShouldBeNull();

        (await letters.IssueAsync(Quarter, units[5], "5", new DateOnly(2023, 1, 4))).Number.ShouldBe("05");
    }

    [Fact]
    public async Task Nothing_is_issued_without_a_draft_or_a_review()
    {
        var unit = (await letters.UnitsAsync("2022-Q3", withDrafts: false))[0];
        var noDraft = await Should.ThrowAsync<NotIssuedException>(() =>
            letters.IssueAsync("2022-Q3", unit, "500", new DateOnly(2022, 9, 20))
        );
        var noReview = await Should.ThrowAsync<NotIssuedException>(() =>
            letters.IssueAsync("2022-Q4", unit, "500", new DateOnly(2022, 12, 20))
        );
        noDraft.Message.ShouldContain("Chưa có dự thảo công văn");
        noReview.Message.ShouldContain("chưa đánh giá");
        (await letters.NamesAsync("2022-Q3")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Broken_off_anywhere_it_is_completed_by_doing_it_again()
    {
        var units = new Queue<Pipeline.Units.Unit>(await letters.UnitsAsync("2022-Q2"));
        var day = new DateOnly(2022, 6, 25);
        // Settings, registers and review are read by then; what follows writes.
        var deaths = 0;
        for (var survives = 9; units.TryDequeue(out var unit); survives++)
        {
            var number = $"{600 + survives}";
            await letters.FollowAsync(unit, "2022-Q2");
            var died = await letters.DieAsync(survives, "2022-Q2", unit, number, day);
            await letters.IssueAsync("2022-Q2", unit, number, day);

            (await letters.HtmlAsync("2022-Q2", unit)).ShouldContain($"số {number}/");
            (await letters.FollowedAsync(unit, "2022-Q2")).Number.ShouldBe(number);
            if (!died)
                break;
            deaths++;
        }
        deaths.ShouldBeGreaterThan(5);
    }

    private static string Document(byte[] docx)
    {
        using var package = new ZipArchive(new MemoryStream(docx));
        using var text = new StreamReader(package.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
