using System.CommandLine;
using CCHC.Cli.Demo;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;
using CCHC.Cli.Usage;
using CCHC.Demo;

namespace CCHC.Cli.Commands;

/// <summary>Whose administration is shown.</summary>
internal enum DemoAuthority
{
    District,
    Province,
}

/// <summary>Shows the whole way on invented quarters.</summary>
internal sealed class DemoCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<bool> _noServe = new("--no-serve") { Description = "Dừng sau khi in kết quả." };
    private readonly Option<string?> _until = new("--until")
    {
        Description = "Chạy đến hết kỳ nào: 2022-Q1 (mặc định) hoặc 2022-Q2, tiếp nối kỳ trước.",
        HelpName = "PERIOD",
    };
    private readonly Option<DemoAuthority?> _authority = Choice.Of<DemoAuthority>(
        "--authority",
        "Cấp huyện (district, năm 2022) hay cấp tỉnh (province, 102 phường, xã của năm 2025)."
    );

    public DemoCommand(StoreAccess access, Screen screen)
        : base("demo", "Chạy thử trọn vẹn với số liệu giả lập: 10 xã ở Hồng Ngự năm 2022, hoặc cả tỉnh năm 2025.")
    {
        (_access, _screen) = (access, screen);
        Options.Add(_until);
        Options.Add(_authority);
        Options.Add(_noServe);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var kind = Kind(parsed.GetValue(_authority) ?? DemoAuthority.District);
        var until = Until(kind, parsed.GetValue(_until));
        var clock = new DemoClock(kind.Quarters[0].Clock);
        await using var store = await _access.OpenAsync(parsed, kind.Purpose, clock, cancellation);
        Refuse(kind, await store.PurposeAsync(cancellation));
        await new DemoRun(store, kind, clock, _screen).RunAsync(until, cancellation);
        if (!parsed.GetValue(_noServe))
        {
            var present = await kind.ClockAsync(store, cancellation);
            _screen.Tell(present.Told);
            await ServeUntilStopped.RunAsync(store, present, _screen, urls: null, cancellation);
        }
        return ExitCode.Done;
    }

    private static DemoKind Kind(DemoAuthority authority) =>
        authority switch
        {
            DemoAuthority.District => DemoKind.District,
            DemoAuthority.Province => DemoKind.Province,
        };

    private static DemoPeriod Until(DemoKind kind, string? name) =>
        name is null ? kind.Quarters[0]
        : kind.Quarters.FirstOrDefault(quarter => quarter.Name == name) is { } quarter ? quarter
        : throw new UsageException(
            $"Không chạy thử được đến kỳ {name}; chọn một trong: {string.Join(", ", kind.Quarters.Select(quarter => quarter.Name))}."
        );

    /// <summary>A store holds real work, or one kind of demo.</summary>
    private static void Refuse(DemoKind asked, string purpose)
    {
        if (purpose == asked.Purpose)
            return;
        throw new CannotException(
            DemoKind.Of(purpose) is { } other
                ? $"Kho dữ liệu này đã dùng để chạy thử với {other.Place}; mỗi kho chỉ chạy thử một cấp. Chọn thư mục mới: cchc demo --data THƯ_MỤC"
                : "Kho dữ liệu này đang dùng cho công việc thật, không chạy thử ở đây. Chọn thư mục mới: cchc demo --data THƯ_MỤC"
        );
    }
}
