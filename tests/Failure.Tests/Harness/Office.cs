using CCHC.EndToEnd.Tests.Mail;
using CCHC.Failure.Tests.Faults;
using CCHC.Failure.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.Failure.Tests.Harness;

/// <summary>One process of the product on a store.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Office(OfficeStore at, HttpMessageHandler? transport = null) =>
        (At, services) = (at, Processes.Start(at.Connection, transport ?? Network.Calm, at.Clock, at.Settings));

    public OfficeStore At { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>A store, its clock, and whom its mails go to: what outlives its processes.</summary>
internal sealed class OfficeStore
{
    /// <summary>Storage's own clock can't be moved, so ours begins with it; the same for all runs that are compared.</summary>
    private static readonly DateTimeOffset Beginning = TimeProvider.System.GetUtcNow();

    /// <summary>What was prepared was done before.</summary>
    public static readonly TimeSpan AfterPreparing = TimeSpan.FromHours(1);
    private readonly MailServer server;

    public OfficeStore(string connection, MailServer server)
    {
        (Connection, this.server) = (connection, server);
        Sender = $"{connection.Split("AccountName=")[1].Split(';')[0]}.{server.Port}@hongngu.example";
    }

    public string Connection { get; }

    /// <summary>Each look at it takes a moment, as in life: no two things are done at the very same time.</summary>
    public FakeTimeProvider Clock { get; } = new(Beginning) { AutoAdvanceAmount = TimeSpan.FromTicks(10) };

    private string Sender { get; }

    /// <summary>What the mail server has taken from this store.</summary>
    public IReadOnlyList<MailServer.Event> Mails =>
        [.. server.Messages.Where(mail => mail.Message.From.ToString().Contains(Sender, StringComparison.Ordinal))];

    public IEnumerable<(string Key, string Value)> Settings =>
        [
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Mail:Security", "None"),
            ("Mail:From", Sender),
            ("Mail:AllowedDomains", "hongngu.example"),
            ("Mail:Staff", "noivu@hongngu.example"),
            ("Mail:FirstPauseSeconds", "0"),
            ("Mail:ListenMilliseconds", "0"),
            ("Mail:TimeoutSeconds", "20"),
            ("Review:MostMissingDays", "90"),
        ];
}
