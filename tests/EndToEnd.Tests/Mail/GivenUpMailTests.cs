using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Storage;
using CCHC.SelfHost;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>Mails that were given up, or whose message was lost, in the running app.</summary>
public class GivenUpMailTests(MailedOffice office) : IClassFixture<MailedOffice>
{
    [Fact]
    public async Task A_mail_given_up_turns_health_red_until_staff_ask_for_it_again()
    {
        const string id = "test-poisoned";
        await office.AddWithoutMessageAsync(id);
        (await office.HealthAsync()).ShouldBe("green");
        await office.PutMessageAsync(StoredNames.OutboxPoisonQueue, id);
        await office.App.QuietAsync();

        (await office.HealthAsync()).ShouldBe("red");
        var failed = await Cchc.DoneAsync("outbox", "--state", "failed", "--storage", office.App.Connection);
        failed.Output.ShouldContain(id);
        await Cchc.DoneAsync("outbox", "retry", id, "--storage", office.App.Connection);

        (await office.MailsAsync(id, 1)).Single().To.ShouldBe([MailedOffice.Staff]);
        (await office.HealthAsync()).ShouldBe("green");
        // Its old message was poisoned too, too late: nothing is wrong any more.
        await office.App.QuietAsync();
        await office.PutMessageAsync(StoredNames.OutboxPoisonQueue, id);
        await office.App.QuietAsync();
        (await office.HealthAsync()).ShouldBe("green");
    }

    [Fact]
    public async Task What_names_no_mail_is_marked_without_its_words()
    {
        await office.PutMessageAsync(StoredNames.OutboxPoisonQueue, "gửi bà Nguyễn Thị Hoa");
        await office.App.QuietAsync();

        (await office.HealthAsync()).ShouldBe("red");
        var listed = await Cchc.DoneAsync("poison", "list", "--storage", office.App.Connection);
        listed.Output.ShouldContain("không phải do hệ thống này viết");
        listed.Output.ShouldNotContain("Hoa");
        var mark = (await office.App.Services.GetRequiredService<PoisonMarks>().ListAsync(default)).Single(one =>
            one.StartsWith("unreadable/outbox-poison/", StringComparison.Ordinal)
        );
        await Cchc.DoneAsync("poison", "drop", mark, "--reason", "thử", "--storage", office.App.Connection);
        (await office.HealthAsync()).ShouldBe("green");
    }

    [Fact]
    public async Task A_mail_given_up_is_retried_with_everything_else()
    {
        const string id = "test-retried";
        await office.AddWithoutMessageAsync(id);
        await office.PutMessageAsync(StoredNames.OutboxPoisonQueue, id);
        await office.App.QuietAsync();

        await Cchc.DoneAsync("poison", "retry", $"outbox/{id}", "--storage", office.App.Connection);

        (await office.MailsAsync(id, 1)).Single().To.ShouldBe([MailedOffice.Staff]);
        (await office.HealthAsync()).ShouldBe("green");
    }

    [Fact]
    public async Task A_mail_whose_message_was_lost_is_asked_for_again_by_the_hour()
    {
        await office.AddWithoutMessageAsync("test-lost");
        office.App.Clock.Advance(TimeSpan.FromMinutes(125));
        await office.App.Services.GetRequiredService<TimerRunner>().RunNowAsync("SweepOutbox");
        (await office.MailsAsync("test-lost", 1)).Count.ShouldBe(1);
    }
}
