using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Records the number and day that the clerk gave a letter; from then on the unit may see it.</summary>
internal sealed class NoticesIssueCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();
    private readonly Argument<string> _unit = new("UNIT") { Description = "Mã đơn vị nhận công văn, ví dụ 29956." };
    private readonly Option<string> _number = new("--number")
    {
        Description = "Số văn thư đã cấp, ví dụ 389.",
        HelpName = "N",
        Required = true,
    };
    private readonly Option<DateOnly> _date = new("--date")
    {
        Description = "Ngày ghi trên công văn, ví dụ 2022-03-25 hoặc 25/03/2022.",
        HelpName = "D",
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value.Trim();
            if (PeriodSpelling.DayOf(text) is { } day)
                return day;
            result.AddError($"Không có ngày \"{text}\". Ví dụ: 2022-03-25 hoặc 25/03/2022.");
            return default;
        },
    };
    private readonly Option<bool> _replace = new("--replace") { Description = "Thay số, ngày đã ghi nhầm trước đây." };

    public NoticesIssueCommand(StoreAccess access, Screen screen)
        : base("issue", "Ghi nhận công văn đã ban hành: số và ngày do văn thư cấp.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        Arguments.Add(_unit);
        Options.Add(_number);
        Options.Add(_date);
        Options.Add(_replace);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var period = parsed.GetRequiredValue(_period).In(store.Get<PeriodScheme>());
        var register = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var unit = parsed.GetRequiredValue(_unit).In(register, period);
        try
        {
            var (issued, mail, to, isNew) = await store
                .Get<IssueToUnit>()
                .IssueAsync(
                    period,
                    unit,
                    parsed.GetRequiredValue(_number),
                    parsed.GetRequiredValue(_date),
                    parsed.GetValue(_replace),
                    cancellation
                );
            Print(unit, issued);
            TellMail(unit, mail, to, isNew);
            if (await store.Get<IssueNotice>().WarningAsync(issued, cancellation) is { } warning)
                _screen.Tell($"Cảnh báo: {warning}");
        }
        catch (NotIssuedException refused)
        {
            throw new CannotException(refused.Message);
        }
        return ExitCode.Done;
    }

    private void Print(Unit unit, IssuedNotice issued)
    {
        _screen.Print(
            $"Đã ghi nhận công văn kỳ {issued.Period} gửi {unit.Name}: số {issued.Number}, ngày {Words.Day(issued.Date)}."
        );
        _screen.Print($"Hạn báo cáo kết quả khắc phục: {Words.Day(issued.CorrectionDeadline)}.");
        _screen.Print($"Hạn bổ sung dữ liệu (nếu có yêu cầu): {Words.Day(issued.DataDeadline)}.");
        _screen.Print("Từ bây giờ đơn vị xem được công văn này.");
    }

    private void TellMail(Unit unit, string mail, string to, bool isNew)
    {
        if (mail.Length == 0)
            _screen.Tell(
                $"{unit.Name} chưa có địa chỉ thư nên hệ thống không gửi được công văn: gửi bằng cách khác, và bổ sung cột mail bằng cchc units import."
            );
        else if (isNew)
            _screen.Tell($"Thư {mail} gửi {to} đã vào hộp thư đi. Ứng dụng đang chạy sẽ gửi; hoặc: cchc outbox send");
        else
            _screen.Tell($"Thư {mail} đã có trong hộp thư đi từ trước. Xem: cchc outbox");
    }
}
