using System.CommandLine;
using CCHC.Cli.Demo;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;

namespace CCHC.Cli.Commands;

/// <summary>Runs the whole function app in this process.</summary>
internal sealed class ServeCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<string[]?> _urls = new("--urls")
    {
        Description = "Địa chỉ lắng nghe, ví dụ http://127.0.0.1:8080 (mặc định http://127.0.0.1:7071).",
        HelpName = "URL",
        AllowMultipleArgumentsPerToken = true,
    };

    public ServeCommand(StoreAccess access, Screen screen)
        : base("serve", "Chạy toàn bộ hệ thống: nhận tệp, đánh giá theo lịch, soạn công văn.")
    {
        (_access, _screen) = (access, screen);
        Options.Add(_urls);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var urls = parsed.GetValue(_urls) is { Length: > 0 } given ? given.SelectMany(url => url.Split(';')) : null;
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var time = await ClockAsync(store, cancellation);
        await ServeUntilStopped.RunAsync(store, time, _screen, urls?.ToArray(), cancellation);
        return ExitCode.Done;
    }

    /// <summary>In the demo's store it stays the demo's day: else every quarter since would be reviewed at once.</summary>
    private async Task<TimeProvider> ClockAsync(OpenedStore store, CancellationToken cancellation)
    {
        if (DemoKind.Of(await store.PurposeAsync(cancellation)) is not { } demo)
            return TimeProvider.System;
        var clock = await demo.ClockAsync(store, cancellation);
        _screen.Tell(clock.Told);
        return clock;
    }
}
