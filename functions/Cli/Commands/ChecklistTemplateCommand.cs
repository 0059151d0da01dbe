using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.Template;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>Writes the workbook that is filled in for a quarter.</summary>
internal sealed class ChecklistTemplateCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Tệp cần ghi (mặc định phieu-kiem-tra-KỲ.xlsx).",
        HelpName = "FILE",
    };

    public ChecklistTemplateCommand(StoreAccess access, Screen screen)
        : base("template", "Ghi phiếu mẫu (XLSX) của một quý, đã điền sẵn đơn vị và tiêu chí.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        Options.Add(_out);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var quarter = QuarterOf(parsed.GetRequiredValue(_period), store.Get<PeriodScheme>());
        var units = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var criteria = await store.Get<StaffSetting<CriterionList>>().GetAsync(cancellation);
        var lines = units.ValidOn(quarter.To).Sum(unit => Criterion.InForce(criteria.All, unit, quarter.To).Count);
        if (lines == 0)
            throw new CannotException(
                $"Không có đơn vị hoặc tiêu chí nào có hiệu lực ngày {Words.Day(quarter.To)}. Xem: cchc criteria list."
            );
        var file = parsed.GetValue(_out) ?? ChecklistTemplate.FileName(quarter);
        await File.WriteAllBytesAsync(file, ChecklistTemplate.Write(quarter, units, criteria), cancellation);
        _screen.Print($"Đã ghi phiếu mẫu {lines} dòng vào {file}");
        return ExitCode.Done;
    }

    /// <summary>Checklists, like reviews, are of quarters.</summary>
    internal static Period QuarterOf(string text, PeriodScheme scheme) =>
        text.In(scheme) is { Key.Kind: PeriodKind.Quarter } quarter
            ? quarter
            : throw new UsageException($"Phiếu kiểm tra lập theo quý, dạng 2022-Q1; \"{text}\" không phải là một quý.");
}
