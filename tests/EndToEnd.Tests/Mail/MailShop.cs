using Azure.Core.Pipeline;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>A store of its own, a clock that the test moves, and pipelines with whatever mail settings.</summary>
public sealed class MailShop : IAsyncLifetime
{
    private AzuriteProcess? azurite;
    private int numbers;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2022, 3, 25, 2, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(null);
        await using var pipeline = Pipeline();
        await pipeline.GetRequiredService<PrepareStore>().PrepareAsync("work", default);
    }

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    public string Connection => azurite!.ConnectionString;

    /// <summary>An id that no other test has.</summary>
    public string NewId() => $"draft-2022-Q1-{Interlocked.Increment(ref numbers) + 50000}";

    public Store Open(HttpMessageHandler? handler = null) =>
        Store.Open(
            azurite!.ConnectionString,
            transport: handler is null ? null : new HttpClientTransport(new HttpClient(handler, disposeHandler: false))
        );

    public ServiceProvider Pipeline(params (string Key, string Value)[] settings) => Pipeline(Open(), settings);

    /// <summary>One that sends in clear to a server on this machine.</summary>
    internal ServiceProvider Sending(MailServer server, params (string Key, string Value)[] settings) =>
        Pipeline(Open(), [.. To(server), .. settings]);

    internal static (string Key, string Value)[] To(MailServer server) =>
        [
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Mail:Security", "None"),
            ("Mail:From", "cchc@hongngu.example"),
            ("Mail:AllowedDomains", "hongngu.example"),
            ("Mail:FirstPauseSeconds", "0"),
            ("Mail:TimeoutSeconds", "20"),
        ];

    /// <summary>A process of its own that dies after so many requests, in the midst of something.</summary>
    internal async Task DieAsync(MailServer server, int survives, Func<IServiceProvider, Task> work)
    {
        using var handler = new DyingHandler(survives);
        await using var doomed = Pipeline(Open(handler), To(server));
        await Should.ThrowAsync<Exception>(() => work(doomed));
    }

    /// <summary>One with a clock of its own.</summary>
    public ServiceProvider PipelineAt(TimeProvider clock, params (string Key, string Value)[] settings) =>
        Pipeline(Open(), clock, settings);

    public ServiceProvider Pipeline(Store store, params (string Key, string Value)[] settings) =>
        Pipeline(store, Clock, settings);

    private static ServiceProvider Pipeline(Store store, TimeProvider clock, (string Key, string Value)[] settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddSingleton(store)
            .AddPipeline(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        settings
                            .GroupBy(each => each.Key)
                            .ToDictionary(each => each.Key, string? (each) => each.Last().Value)
                    )
                    .Build()
            )
            .BuildServiceProvider();

    public static async Task GiveAddressAsync(IServiceProvider pipeline, string code, string mail)
    {
        var registers = pipeline.GetRequiredService<Registers>();
        var unit = (await registers.GetAsync(default)).Units.Find(code)!;
        await pipeline.GetRequiredService<RegisterStore>().ImportUnitsAsync([unit with { Mail = mail }], default);
        registers.Forget();
    }

    public static CCHC.Pipeline.Outbox.Mail Mail(string id, string to) =>
        new(id, to, "", "Dự thảo công văn", new MailBody().Say("Kính gửi đơn vị."), []);

    /// <summary>Posts a mail and gives one delivery of its message to SendMail, as the host does.</summary>
    public static async Task<StoredMail> PostAndSendAsync(IServiceProvider pipeline, CCHC.Pipeline.Outbox.Mail mail)
    {
        await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        return await SendAsync(pipeline, mail.Id);
    }

    public static async Task<StoredMail> SendAsync(IServiceProvider pipeline, string id)
    {
        await pipeline.GetRequiredService<SendMail>().SendAsync(id, default);
        return (await pipeline.GetRequiredService<OutboxTable>().FindAsync(id, default))!;
    }
}
