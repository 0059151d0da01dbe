using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>The whole app half an hour before its first review, with staff, one unit that has an address, and a mail server.</summary>
public sealed class MailedOffice : IAsyncLifetime
{
    public const string Staff = "noivu@hongngu.example";
    public const string Commune = "thuongphuoc1@hongngu.example";
    private RunningApp? app;
    private MailServer? server;

    internal RunningApp App => app!;

    internal MailServer Server => server!;

    public async ValueTask InitializeAsync()
    {
        server = await MailServer.StartAsync(new { mode = "none" });
        app = await RunningApp.StartAsync(
            VietnamTime.StartOf(new DateOnly(2022, 3, 16)).AddHours(23.5),
            [
                .. MailShop.To(server),
                ("Mail:Staff", Staff),
                ("Review:FirstPeriod", "2022-Q1"),
                // One export is enough to judge a unit by.
                ("Review:MostMissingDays", "90"),
                // Reminders have tests of their own.
                ("RemindLateUnitsSchedule", "0 0 2 1 1 *"),
            ]
        );
        await MailShop.GiveAddressAsync(app.Services, Desk.Unit, Commune);
    }

    /// <summary>Waits for mails; those about something else are left out.</summary>
    internal async Task<IReadOnlyList<MailServer.Event>> MailsAsync(string id, int atLeast)
    {
        for (var tries = 0; ; tries++)
        {
            var mails = server!.Messages.Where(each => each.Id().StartsWith(id, StringComparison.Ordinal));
            if (mails.Count() >= atLeast)
                return [.. mails];
            tries.ShouldBeLessThan(600, $"waited 30 s for {atLeast} mails {id}");
            await Task.Delay(50);
        }
    }

    /// <summary>A mail that waits and whose message was lost.</summary>
    internal async Task AddWithoutMessageAsync(string id)
    {
        var now = App.Clock.GetUtcNow();
        var mail = new StoredMail
        {
            Id = id,
            Recipients = [new Recipient(Staff, IsCopy: false)],
            Subject = "Thư thử",
            Text = "Thư thử.\n",
            Html = "<p>Thư thử.</p>",
            Attachments = [],
            MessageId = $"{id}@hongngu.example",
            CreatedAt = now,
            PendingSince = now,
        };
        (await App.Services.GetRequiredService<OutboxTable>().AddAsync(mail, default)).ShouldBeTrue();
    }

    internal Task PutMessageAsync(string queue, string message) => App.Store.Queue(queue).SendMessageAsync(message);

    internal async Task<string> HealthAsync()
    {
        using var http = new HttpClient { BaseAddress = App.Address };
        return await (await http.GetAsync("api/health")).Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
    }
}
