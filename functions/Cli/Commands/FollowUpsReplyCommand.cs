using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>Records a unit's written answer.</summary>
internal sealed class FollowUpsReplyCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();
    private readonly Argument<string> _unit = new("UNIT") { Description = UnitArgument.Description };
    private readonly Option<string> _number = new("--number")
    {
        Description = "Số và ký hiệu văn bản trả lời, ví dụ 12/BC-UBND.",
        HelpName = "N",
        Required = true,
    };
    private readonly Option<DateOnly> _date = DayOption.Required("--date", "Ngày của văn bản trả lời");
    private readonly Option<string?> _finding = new("--finding")
    {
        Description = "Chỉ một nội dung (mã chỉ số hoặc tiêu chí); không ghi = mọi nội dung của kỳ.",
        HelpName = "ID",
    };

    public FollowUpsReplyCommand(StoreAccess access, Screen screen)
        : base("reply", "Ghi văn bản trả lời của đơn vị vào sổ theo dõi.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        Arguments.Add(_unit);
        foreach (var option in (Option[])[_number, _date, _finding])
            Options.Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (!ReplyNumber.TryParse(parsed.GetRequiredValue(_number), out var number))
            throw new UsageException("--number phải là số và ký hiệu văn bản, ví dụ 12/BC-UBND.");
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var day = parsed.GetRequiredValue(_date);
        if (day > store.Get<TimeProvider>().Today())
            throw new UsageException($"--date {Words.Day(day)} là ngày chưa đến.");
        var period = parsed.GetRequiredValue(_period).In(store.Get<PeriodScheme>());
        var register = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var unit = parsed.GetRequiredValue(_unit).In(register, period);
        var finding = parsed.GetValue(_finding);
        var items = await store.Get<RecordReply>().RecordAsync(period, unit, finding, number.Value, day, cancellation);
        if (items.Count == 0)
            throw new CannotException(
                $"Sổ theo dõi không có mục {(finding is null ? "nào" : $"\"{finding}\"")} của {unit.Name} trong kỳ {period.Name}. Xem: cchc followups --unit {unit.Id}"
            );
        foreach (var item in items)
            _screen.Print($"Đã ghi trả lời {number.Value.Text} ngày {Words.Day(day)}: {unit.Name}, {item.Name}.");
        if (items.Any(item => item.IssuedOn is null || day < item.IssuedOn))
            _screen.Tell(
                "Lưu ý: văn bản trả lời có trước khi công văn được ghi nhận ban hành (cchc notices issue). Kiểm tra lại ngày."
            );
        return ExitCode.Done;
    }
}
