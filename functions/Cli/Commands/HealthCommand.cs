using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>What the probe keeps to itself: why health is red. Or asks a running app for its colour, as a container's check does.</summary>
internal sealed class HealthCommand : Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<string?> _url = new("--url")
    {
        Description = "Chỉ hỏi màu của ứng dụng đang chạy tại địa chỉ này, ví dụ http://127.0.0.1:7071.",
        HelpName = "URL",
    };

    private readonly Option<DateOnly?> _created = DayOption.Optional(
        "--created",
        "Ghi lại ngày tạo kho, chỉ khi ghi nhận đó đã mất"
    );

    public HealthCommand(StoreAccess access, Screen screen)
        : base("health", "Xanh, vàng hay đỏ, các nghi vấn chờ quyết định, và những việc đã bỏ dở sau năm lần thử.")
    {
        (_access, _screen) = (access, screen);
        Options.Add(_url);
        Options.Add(_created);
        SetAction(
            (parsed, cancellation) =>
                parsed.GetValue(_url) is { } url ? AskAsync(url, cancellation) : LookAsync(parsed, cancellation)
        );
    }

    private async Task<int> AskAsync(string url, CancellationToken cancellation)
    {
        if (!Uri.TryCreate($"{url.TrimEnd('/')}/api/health", UriKind.Absolute, out var address))
            throw new UsageException($"--url \"{url}\" không phải là một địa chỉ.");
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(address, cancellation);
            return Tell(
                !answer.IsSuccessStatusCode ? HealthColour.Red
                : await answer.Content.ReadAsStringAsync(cancellation) == "yellow" ? HealthColour.Yellow
                : HealthColour.Green
            );
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
        {
            throw new CannotException($"Ứng dụng tại {url} không trả lời.");
        }
    }

    private async Task<int> LookAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        if (parsed.GetValue(_created) is { } day)
            await MendBirthAsync(store, day, cancellation);
        await store.Get<LookAtRows>().LookAsync(cancellation);
        // It clears the marks of what was put right meanwhile; what it leaves is what is wrong.
        var colour = await store.Get<HealthCheck>().ColourAsync(cancellation);
        foreach (var mark in await store.Get<PoisonMarks>().ListAsync(cancellation))
            _screen.Print(mark);
        foreach (var damage in await store.Get<HealthCheck>().DamagesAsync(cancellation))
            _screen.Print($"{damage.Place}: {damage.Words}");
        foreach (var (queue, count) in await store.Get<HealthCheck>().LyingAsync(cancellation))
            _screen.Print($"{queue}: {count} tin nhắn chưa được ghi nhận, xem cchc poison list");
        colour = await CanListAsync(store, cancellation) ? colour : HealthColour.Red;
        foreach (var doubt in await store.Get<HealthCheck>().DoubtsAsync(cancellation))
            _screen.Print(doubt);
        foreach (var mail in await store.Get<HealthCheck>().MailsAsync(cancellation))
            _screen.Print(mail);
        foreach (var gap in await store.Get<HealthCheck>().PullsAsync(cancellation))
            _screen.Print(gap);
        return Tell(colour);
    }

    /// <summary>What the sweep depends on; a service that polls its containers notices by itself.</summary>
    private async Task<bool> CanListAsync(OpenedStore store, CancellationToken cancellation)
    {
        try
        {
            await store.Get<ExportStore>().ListAsync(null, cancellation);
            return true;
        }
        catch (UnlistableException unlistable)
        {
            _screen.Print($"{unlistable.Container}: không liệt kê được, {Failure.UnlistableWords}");
            return false;
        }
    }

    private async Task MendBirthAsync(OpenedStore store, DateOnly day, CancellationToken cancellation)
    {
        if (!await store.Get<StoreBirth>().MendAsync(day, cancellation))
            throw new UsageException("Ngày tạo kho vẫn còn và đọc được: --created chỉ để ghi lại khi nó đã mất.");
        _screen.Tell($"Đã ghi lại ngày tạo kho: {DayText.Of(day)}.");
    }

    private int Tell(HealthColour colour)
    {
        _screen.Tell(
            colour switch
            {
                HealthColour.Green => "Xanh.",
                HealthColour.Yellow =>
                    "Vàng: có việc chờ quyết định. Cách xử lý: docs/operations.md, mục \"health is yellow\".",
                HealthColour.Red => "Đỏ. Cách xử lý: docs/operations.md, mục \"health is red\".",
            }
        );
        return colour is HealthColour.Red ? ExitCode.Refusals : ExitCode.Done;
    }
}
