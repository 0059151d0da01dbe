using Azure.Storage.Blobs;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Recovery.Poison;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>Letters whose file is gone or damaged by the time their mail goes out.</summary>
public class DamagedAttachmentTests(MailShop shop) : IClassFixture<MailShop>
{
    private const string Quarter = "2022-Q1";
    private readonly DateOnly friday = new(2022, 3, 25);

    [Theory]
    [InlineData("29956", "500", true)]
    [InlineData("29962", "501", false)]
    public async Task A_letter_that_is_gone_or_damaged_is_mailed_as_it_was_issued(
        string unit,
        string number,
        bool isGone
    )
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        var (mail, file) = await IssueAsync(pipeline, unit, number);
        var sound = (await file.DownloadContentAsync()).Value.Content.ToArray();
        await HarmAsync(file, isGone);

        (await MailShop.SendAsync(pipeline, mail)).State.ShouldBe(MailState.Sent);

        (await file.DownloadContentAsync()).Value.Content.ToArray().ShouldBe(sound);
        await (await server.MessagesAsync(1))
            .Single()
            .ShouldBringAsync(shop.Open(), StoredNames.Notices, (file.Name, $"Công văn {number}-UBND-HC.docx"));
    }

    [Theory]
    [InlineData("29971", "502", true)]
    [InlineData("29977", "503", false)]
    public async Task One_that_cant_be_drawn_again_keeps_its_mail_waiting_until_it_is_put_back(
        string unit,
        string number,
        bool isGone
    )
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        var (mail, file) = await IssueAsync(pipeline, unit, number);
        var sound = (await file.DownloadContentAsync()).Value.Content;
        var record = shop.Open().Container(StoredNames.Notices).GetBlobClient(Paths.Issue(Quarter, unit));
        await HarmAsync(file, isGone);
        await record.DeleteAsync();

        var waits = await MailShop.SendAsync(pipeline, mail);

        (waits.State, waits.Missed).ShouldBe((MailState.Pending, 0));
        waits.Error.ShouldContain($"tệp đính kèm notices/{file.Name}: ");
        server.Messages.ShouldBeEmpty();
        var health = pipeline.GetRequiredService<HealthCheck>();
        (await health.DamagesAsync(default)).ShouldContain(damage => damage.Place == $"notices/{file.Name}");
        (await health.MailsAsync(default)).ShouldContain(line => line.Contains("tệp đính kèm"));
        await pipeline.GetRequiredService<PoisonMarks>().SetAsync($"outbox/{mail}", default);
        (await RetryAsync(pipeline, mail)).IsDone.ShouldBeFalse();
        await using (var dry = shop.Pipeline())
            (await RetryAsync(dry, mail)).IsDone.ShouldBeFalse();

        await file.UploadAsync(sound, overwrite: true);

        (await RetryAsync(pipeline, mail)).IsDone.ShouldBeTrue();
        (await server.MessagesAsync(1)).Count.ShouldBe(1);
    }

    private static Task<Retried> RetryAsync(ServiceProvider pipeline, string mail) =>
        pipeline.GetRequiredService<RetryGivenUp>().RetryAsync(new($"outbox/{mail}", default, 1, "", "", ""), default);

    private static async Task HarmAsync(BlobClient file, bool isGone)
    {
        var sound = (await file.DownloadContentAsync()).Value;
        var bytes = sound.Content.ToArray();
        if (isGone)
            await file.DeleteAsync();
        else
            await file.UploadAsync(
                BinaryData.FromBytes(bytes[..(bytes.Length / 2)]),
                new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = sound.Details.Metadata }
            );
    }

    private async Task<(string Mail, BlobClient File)> IssueAsync(ServiceProvider pipeline, string code, string number)
    {
        await MailShop.GiveAddressAsync(pipeline, code, $"xa{code}@hongngu.example");
        await pipeline.GetRequiredService<ReviewQuarter>().ReviewAsync(Quarters.Quarter(Quarter), default);
        await pipeline.GetRequiredService<WriteDocuments>().WriteAsync(new NoticeMessage(Quarter, code), default);
        var unit = (await pipeline.GetRequiredService<Registers>().GetAsync(default)).Units.Find(code)!;
        var issued = await pipeline
            .GetRequiredService<IssueToUnit>()
            .IssueAsync(Quarters.Quarter(Quarter), unit, number, friday, replace: false, default);
        var file = shop.Open().Container(StoredNames.Notices).GetBlobClient(Paths.IssuedDocx(Quarter, code));
        return (issued.MailId, file);
    }
}
