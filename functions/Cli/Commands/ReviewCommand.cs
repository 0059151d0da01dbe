using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;

namespace CCHC.Cli.Commands;

/// <summary>Reviews a closed period once, or shows its frozen review.</summary>
internal sealed class ReviewCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Chỉ xem theo số liệu hiện có, không lưu gì; dùng được cho kỳ chưa kết thúc.",
    };
    private readonly Option<bool> _outOfOrder = new("--out-of-order")
    {
        Description = "Đánh giá cả khi một quý trước đó đã kết thúc mà chưa được đánh giá.",
    };
    private readonly Option<Format?> _format = Choice.Of<Format>("--format", "Cách in.");

    public ReviewCommand(StoreAccess access, Screen screen)
        : base("review", "Đánh giá một kỳ đã kết thúc: chốt số liệu, kết luận và soạn dự thảo công văn.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        Options.Add(_dryRun);
        Options.Add(_outOfOrder);
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var period = parsed.GetRequiredValue(_period).In(store.Get<PeriodScheme>());
        var format = parsed.GetValue(_format) ?? Format.Table;
        if (parsed.GetValue(_dryRun))
        {
            var seen = await store.Get<ReviewQuarter>().DryRunAsync(period, cancellation);
            Print(seen.Units, format);
            _screen.Tell("Đây là bản xem trước: chưa chốt số liệu, chưa soạn công văn.");
            return TellWaiting(seen);
        }
        await RefuseAsync(store, period, parsed.GetValue(_outOfOrder), cancellation);
        var result = await ReviewAsync(store, period, cancellation);
        Print(result.Units, format);
        var written = await WriteNoticesAsync(store, period, cancellation);
        var waiting = TellWaiting(result);
        return written == ExitCode.Done ? waiting : written;
    }

    /// <summary>Who is missing from what was printed, and why.</summary>
    private int TellWaiting(ReviewResult result)
    {
        if (result.Waiting.Count == 0)
            return ExitCode.Done;
        _screen.Tell($"{result.Waiting.Count} đơn vị chưa đánh giá được, không có trong kết quả trên:");
        foreach (var unit in result.Waiting)
            _screen.Tell(unit.ToString());
        _screen.Tell(
            "Phục hồi các tệp đã nêu từ bản sao lưu rồi chạy lại lệnh này, hoặc đợi lượt kiểm tra hằng giờ. Kỳ chỉ được coi là đánh giá xong, báo cáo tổng hợp và biểu 06 chỉ được soạn, khi đủ mọi đơn vị."
        );
        return ExitCode.Refusals;
    }

    private static async Task RefuseAsync(
        OpenedStore store,
        Period period,
        bool isOutOfOrder,
        CancellationToken cancellation
    )
    {
        if (period.Key is not { Kind: PeriodKind.Quarter } quarter)
            throw new UsageException(
                $"Chỉ chốt đánh giá theo quý, ví dụ 2022-Q1. Kỳ {period.Name} chỉ xem trước được: thêm --dry-run."
            );
        if (period.To >= store.Get<TimeProvider>().Today())
            throw new CannotException(
                $"Kỳ {period.Name} chưa kết thúc (đến hết ngày {Words.Day(period.To)}). Thêm --dry-run để xem trước."
            );
        if (isOutOfOrder || await store.Get<ReviewTable>().IsDoneAsync(period.Name, cancellation))
            return;
        if (await store.Get<ReviewOrder>().LeptOverAsync(quarter, cancellation) is [var first, ..] before)
            throw new CannotException(
                $"Chưa đánh giá {string.Join(", ", before)} là quý đã kết thúc trước {period.Name}; mỗi quý được so sánh với quý trước. Đánh giá trước: cchc review {first}. Vẫn đánh giá {period.Name} ngay: thêm --out-of-order."
            );
    }

    private async Task<ReviewResult> ReviewAsync(OpenedStore store, Period period, CancellationToken cancellation)
    {
        var result = await store.Get<ReviewQuarter>().ReviewAsync(period, cancellation);
        var needed = result.Units.Count(unit => unit.NeedsNotice);
        _screen.Tell(
            result.Waiting.Count > 0
                ? $"Kỳ {period.Name} chưa đánh giá xong: đã chốt {result.Units.Count} đơn vị, {needed} đơn vị cần công văn."
            : result.Queued > 0 || needed == 0
                ? $"Đã chốt kỳ {period.Name}: {result.Units.Count} đơn vị, {needed} đơn vị cần công văn."
            : $"Kỳ {period.Name} đã được đánh giá trước đây; in lại số liệu đã chốt."
        );
        return result;
    }

    private async Task<int> WriteNoticesAsync(OpenedStore store, Period period, CancellationToken cancellation)
    {
        var drained = await NoticeQueue.On(store, _screen).DrainAsync(cancellation);
        if (drained.Written > 0)
            _screen.Tell(
                $"Đã soạn {drained.Written} dự thảo công văn. Lấy ra: cchc notices {period.Name} --out THƯ_MỤC"
            );
        if (drained.Waiting > 0)
            _screen.Tell(
                "Phục hồi những gì đã nêu từ bản sao lưu rồi chạy lại lệnh này, hoặc đợi lượt kiểm tra hằng giờ."
            );
        if (drained.Failed == 0)
            return drained.Waiting == 0 ? ExitCode.Done : ExitCode.Refusals;
        _screen.Tell($"{drained.Failed} công văn chưa soạn được. Chạy lại lệnh này sau một phút để thử lại.");
        return ExitCode.NotDone;
    }

    private void Print(IReadOnlyList<ReviewedUnit> units, Format format)
    {
        PrintFigures(units, format);
        // A doubt stands with both of its units.
        foreach (var doubt in units.SelectMany(unit => unit.Doubts).Distinct(StringComparer.Ordinal))
            _screen.Tell(doubt);
    }

    private void PrintFigures(IReadOnlyList<ReviewedUnit> units, Format format)
    {
        switch (format)
        {
            case Format.Csv:
                _screen.PrintText(ReviewListing.Csv(units));
                break;
            case Format.Json:
                _screen.PrintText(ReviewListing.Json(units));
                break;
            case Format.Table:
                _screen.Print(ReviewTables.Of(units));
                if (ReviewTables.Inspected(units) is { } criteria)
                    _screen.Print(criteria);
                foreach (var line in ReviewTables.Flagged(units))
                    _screen.Print(line);
                break;
        }
    }
}
