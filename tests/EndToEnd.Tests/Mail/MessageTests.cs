using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>What arrives, and to whom.</summary>
public class MessageTests(MailShop shop) : IClassFixture<MailShop>
{
    private const string Commune = "xa@hongngu.example";

    [Fact]
    public async Task A_mail_has_text_beside_html_files_with_vietnamese_names_and_fixed_headers()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(
            server,
            ("Mail:FromName", "Phòng Nội vụ"),
            ("Mail:ReplyTo", "noivu@hongngu.example")
        );
        var id = shop.NewId();
        var blob = pipeline.GetRequiredService<Store>().Container(StoredNames.Notices).GetBlobClient($"{id}.docx");
        await blob.UploadAsync(BinaryData.FromBytes([80, 75, 3, 4]));
        var body = new MailBody()
            .Say("Kính gửi: Ủy ban nhân dân xã Thường Phước 1.")
            .List(["nội dung <một>", "nội dung hai"]);
        const string file = "Dự thảo công văn gửi xã Thường Phước 1, quý I năm 2022.docx";
        var mail = new CCHC.Pipeline.Outbox.Mail(
            id,
            Commune,
            "noivu@hongngu.example",
            "Dự thảo công văn về việc chấn chỉnh công tác cải cách hành chính quý I năm 2022",
            body,
            [new(StoredNames.Notices, $"{id}.docx", file)]
        );
        var stored = await MailShop.PostAndSendAsync(pipeline, mail);
        stored.State.ShouldBe(MailState.Sent, stored.Error);

        var message = (await server.MessagesAsync(1)).Single().Message;
        message.Subject.ShouldBe(mail.Subject);
        message.From.Mailboxes.Single().Name.ShouldBe("Phòng Nội vụ");
        message.ReplyTo.ToString().ShouldBe("noivu@hongngu.example");
        message.To.ToString().ShouldBe(Commune);
        message.Cc.ToString().ShouldBe("noivu@hongngu.example");
        message.MessageId.ShouldBe(stored.MessageId);
        message.MessageId.ShouldStartWith(id);
        message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        message.Date.ShouldBe(stored.CreatedAt);
        message.Date.Offset.ShouldBe(TimeSpan.FromHours(7));
        message.TextBody!.ReplaceLineEndings("\n").ShouldContain("- nội dung <một>\n- nội dung hai\n");
        message.HtmlBody!.ShouldContain("<li>nội dung &lt;m");
        var part = message.Attachments.OfType<MimePart>().Single();
        part.FileName.ShouldBe(file);
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        content.ToArray().ShouldBe([80, 75, 3, 4]);
    }

    [Fact]
    public async Task One_bad_address_does_not_stop_the_rest_and_a_busy_one_is_tried_again_alone()
    {
        await using var server = await MailServer.StartAsync(
            new
            {
                mode = "none",
                refuse = new Dictionary<string, int> { ["sai@hongngu.example"] = 550, ["ban@hongngu.example"] = 451 },
            }
        );
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), $"sai@hongngu.example;{Commune};ban@hongngu.example");
        var stored = await MailShop.PostAndSendAsync(pipeline, mail);
        stored
            .Recipients.Select(each => each.State)
            .ShouldBe([RecipientState.Refused, RecipientState.Taken, RecipientState.Waiting]);
        await MailShop.SendAsync(pipeline, mail.Id);
        (await server.MessagesAsync(1)).Single().To.ShouldBe([Commune]);
        var later = await pipeline.GetRequiredService<OutboxTable>().FindAsync(mail.Id, default);
        later!.State.ShouldBe(MailState.Pending);
        later.Error.ShouldContain("550");

        var bad = MailShop.Mail(shop.NewId(), "sai@hongngu.example");
        (await MailShop.PostAndSendAsync(pipeline, bad)).State.ShouldBe(MailState.Failed);
    }

    [Theory]
    [InlineData(451, MailState.Sent)]
    [InlineData(554, MailState.Failed)]
    public async Task A_complete_message_that_is_answered_no_is_tried_again_or_failed_by_the_answer(
        int code,
        MailState end
    )
    {
        await using var server = await MailServer.StartAsync(
            new { mode = "none", dataAnswer = new { code, times = 3 } }
        );
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        for (var tries = 0; tries < 4; tries++)
            await MailShop.SendAsync(pipeline, mail.Id);
        var stored = await MailShop.SendAsync(pipeline, mail.Id);
        stored.State.ShouldBe(end);
        stored.IsConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_outside_the_allowed_domains_is_written_to()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server, ("Mail:AllowedDomains", "hongngu.example;*.dongthap.example"));
        var mail = MailShop.Mail(shop.NewId(), "ai@khac.example;a@xa.dongthap.example;b@dongthap.example");
        var stored = await MailShop.PostAndSendAsync(pipeline, mail);
        var message = (await server.MessagesAsync(1)).Single();
        message.To.ShouldBe(["a@xa.dongthap.example"]);
        message.Message.To.ToString().ShouldBe("a@xa.dongthap.example");
        stored.State.ShouldBe(MailState.Sent);
        stored.Error.ShouldContain("ai@khac.example: tên miền không có trong danh sách");

        var outside = await MailShop.PostAndSendAsync(pipeline, MailShop.Mail(shop.NewId(), "ai@khac.example"));
        outside.State.ShouldBe(MailState.Failed);
        outside.Tries.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_server_mails_are_held_and_sent_only_when_asked_for()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await using (var dry = shop.Pipeline())
            (await MailShop.PostAndSendAsync(dry, mail)).State.ShouldBe(MailState.Held);
        await using var pipeline = shop.Sending(server);
        (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Held);
        (await pipeline.GetRequiredService<RetryMail>().RetryAsync(mail.Id, "", default)).ShouldBeTrue();
        (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task A_mail_whose_file_is_gone_fails_with_the_reason_and_health_turns_red()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        var id = shop.NewId();
        var mail = MailShop.Mail(id, Commune) with
        {
            Attachments = [new(StoredNames.Notices, "không có.docx", "a.docx")],
        };
        var stored = await MailShop.PostAndSendAsync(pipeline, mail);
        stored.State.ShouldBe(MailState.Failed);
        stored.Error.ShouldContain("không còn tệp đính kèm");
        (await pipeline.GetRequiredService<PoisonMarks>().ListAsync(default)).ShouldContain($"outbox/{id}");
    }

    [Fact]
    public async Task A_mail_whose_message_was_lost_is_asked_for_again_after_an_hour()
    {
        await using var pipeline = shop.Pipeline();
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        (await pipeline.GetRequiredService<SweepOutbox>().SweepAsync(default)).ShouldNotContain(mail.Id);
        shop.Clock.Advance(TimeSpan.FromMinutes(61));
        (await pipeline.GetRequiredService<SweepOutbox>().SweepAsync(default)).ShouldContain(mail.Id);
    }
}
