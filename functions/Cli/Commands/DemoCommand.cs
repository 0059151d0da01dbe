using System.CommandLine;
using CCHC.Cli.Demo;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;

namespace CCHC.Cli.Commands;

/// <summary>Shows the whole way on an invented quarter.</summary>
internal sealed class DemoCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<bool> _noServe = new("--no-serve") { Description = "Dừng sau khi in kết quả." };

    public DemoCommand(StoreAccess access, Screen screen)
        : base("demo", "Chạy thử trọn vẹn với số liệu giả lập quý I năm 2022 của 10 xã ở Hồng Ngự.")
    {
        (_access, _screen) = (access, screen);
        Options.Add(_noServe);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, DemoRun.Purpose, DemoRun.Clock, cancellation);
        if (await store.PurposeAsync(cancellation) != DemoRun.Purpose)
            throw new CannotException(
                "Kho dữ liệu này đang dùng cho công việc thật, không chạy thử ở đây. Chọn thư mục mới: cchc demo --data THƯ_MỤC"
            );
        await new DemoRun(store, _screen).RunAsync(cancellation);
        if (!parsed.GetValue(_noServe))
        {
            _screen.Tell(DemoRun.ClockStands);
            await ServeUntilStopped.RunAsync(store, DemoRun.Clock, _screen, urls: null, cancellation);
        }
        return ExitCode.Done;
    }
}
