using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.TakeIn.Telling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>What staff are told on the morning of a working day: held back, in doubt, missing; else nothing.</summary>
public sealed class MorningMailTests : IAsyncLifetime
{
    // A real Thursday: uploads of a test lie in the storage with the day of the test's own clock.
    private static readonly DateOnly Thursday = new(2022, 3, 24);
    private readonly MailShop shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task It_names_what_is_held_back_in_doubt_and_missing_once_a_day_and_no_more_once_it_is_mended()
    {
        var friday = Thursday.AddDays(1);
        await using var pipeline = On(friday);
        await OnlyTwoUnitsAsync(pipeline);
        var line = Desk.Line(Thursday, 1, "Trực tuyến");
        await IngestAsync(pipeline, "29956", "lech-2022-03-24.csv", "a;b;c\n1;2;3"u8.ToArray());
        await IngestAsync(pipeline, "29962", Desk.File(Thursday), Desk.Csv(line));
        (await pipeline.GetRequiredService<MorningMail>().TellAsync(default)).ShouldBeTrue();
        (await pipeline.GetRequiredService<MorningMail>().TellAsync(default)).ShouldBeFalse();

        var mail = (await pipeline.GetRequiredService<OutboxTable>().FindAsync("morning-2022-03-25", default))!;
        mail.Subject.ShouldBe("01 việc cần xem, ngày 25 tháng 3 năm 2022");
        mail.Text.ShouldContain(
            "- Xã Thường Phước 1 (29956): tệp lech-2022-03-24.csv gửi ngày 25 tháng 3 năm 2022, tạm giữ"
        );

        await IngestAsync(pipeline, "29956", Desk.File(Thursday), Desk.Csv(line));
        var monday = friday.AddDays(3);
        await using var then = On(monday);
        var sections = await then.GetRequiredService<MorningMail>().SectionsAsync(monday, default);
        // The held back file's day has come; the content that two units brought is in doubt; Friday is missing.
        sections.SelectMany(section => section.Items).ShouldNotContain(item => item.Contains("lech-2022"));
        sections[0].Heading.ShouldBe("Nghi vấn chờ quyết định:");
        var tuesday = monday.AddDays(1);
        await using var late = On(tuesday);
        (await late.GetRequiredService<MorningMail>().SectionsAsync(tuesday, default))
            .Single(section => section.Heading.StartsWith("Đơn vị chậm", StringComparison.Ordinal))
            .Items.ShouldBe([
                "Xã Thường Phước 1 (29956): chưa gửi số liệu 02 ngày làm việc, gần nhất là ngày 24 tháng 3 năm 2022",
                "Xã Thường Thới Hậu A (29962): chưa gửi số liệu 02 ngày làm việc, gần nhất là ngày 24 tháng 3 năm 2022",
            ]);
    }

    [Fact]
    public async Task A_file_in_no_units_folder_is_named_as_long_as_it_lies_there()
    {
        var friday = Thursday.AddDays(1);
        await using var pipeline = On(friday);
        await OnlyTwoUnitsAsync(pipeline);
        var exports = pipeline.GetRequiredService<Store>().Container(StoredNames.Exports);
        await exports.UploadBlobAsync("so-lieu-2022-03-24.csv", BinaryData.FromBytes(Desk.Csv()));
        await pipeline.GetRequiredService<SweepExports>().SweepAsync(default);

        var morning = pipeline.GetRequiredService<MorningMail>();
        (await morning.SectionsAsync(friday, default))
            .ShouldHaveSingleItem()
            .Items.ShouldHaveSingleItem()
            .ShouldMatch(
                "^Tệp \"so-lieu-2022-03-24.csv\" gửi ngày .*, từ chối: không nằm trong thư mục của đơn vị nào \\(phiếu: cchc receipts _\\)$"
            );

        await exports.DeleteBlobAsync("so-lieu-2022-03-24.csv");
        (await morning.SectionsAsync(friday, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task There_is_none_where_there_is_nothing_to_say_nor_on_days_off()
    {
        await using var friday = On(Thursday.AddDays(1));
        await OnlyTwoUnitsAsync(friday);
        (await friday.GetRequiredService<MorningMail>().TellAsync(default)).ShouldBeFalse();
        await IngestAsync(friday, "29956", "lech-2022-03-24.csv", "a;b;c\n1;2;3"u8.ToArray());

        await using var saturday = On(Thursday.AddDays(2));
        (await saturday.GetRequiredService<MorningMail>().TellAsync(default)).ShouldBeFalse();
        (await saturday.GetRequiredService<OutboxTable>().ListAsync(null, default)).ShouldBeEmpty();
    }

    private ServiceProvider On(DateOnly day) =>
        shop.PipelineAt(
            new FakeTimeProvider(VietnamTime.StartOf(day).AddHours(9)),
            ("Mail:Staff", "noivu@hongngu.example"),
            ("Mail:AllowedDomains", "hongngu.example")
        );

    /// <summary>All others have ended: nothing is missing of them.</summary>
    private static async Task OnlyTwoUnitsAsync(IServiceProvider pipeline)
    {
        var registers = pipeline.GetRequiredService<Registers>();
        var ended = (await registers.GetAsync(default))
            .Units.ValidOn(Thursday)
            .Where(unit => unit.Id is not ("29956" or "29962"))
            .Select(unit => unit with { ValidTo = new DateOnly(2022, 1, 1) });
        await pipeline.GetRequiredService<RegisterStore>().ImportUnitsAsync([.. ended], default);
        registers.Forget();
    }

    private static async Task IngestAsync(IServiceProvider pipeline, string unit, string file, byte[] content)
    {
        var upload = new IngestFile(unit, file, () => new MemoryStream(content));
        await pipeline.GetRequiredService<IngestFiles>().IngestAsync([upload], _ => { }, default);
    }
}
