using System.CommandLine;
using System.Security.Cryptography;
using CCHC.Cli.Lists;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Reads a sample with a profile and explains how; needs no store and changes nothing.</summary>
internal sealed class ProfilesCheckCommand : Command
{
    /// <summary>Stands for a unit where none is given; no listed unit has it.</summary>
    private const string NoUnit = "00000";

    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE") { Description = "Mẫu nguồn dữ liệu (JSON)." };
    private readonly Argument<string> _sample = new("SAMPLE") { Description = "Một tệp xuất của phần mềm đó." };
    private readonly Option<string?> _unit = UnitCodeArgument.Optional(
        "--unit",
        "Mã hoặc tên đơn vị của tệp, để so cột đơn vị tiếp nhận."
    );

    public ProfilesCheckCommand(Screen screen)
        : base("check", "Đọc thử một tệp xuất theo mẫu và giải thích đã hiểu thế nào; không cần kho lưu trữ.")
    {
        _screen = screen;
        Arguments.Add(_file);
        Arguments.Add(_sample);
        Options.Add(_unit);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var code = parsed.GetValue(_unit)?.CodeIn(new UnitRegister(UnitCsv.Parse(Shipped.Units)));
        var (profile, stored) = await ListFile.ReadAsync(
            parsed.GetRequiredValue(_file),
            text => (SourceProfile.Parse(text), text),
            cancellation
        );
        var path = parsed.GetRequiredValue(_sample);
        if (!File.Exists(path))
            throw new UsageException($"Không có tệp {path}.");
        var content = await File.ReadAllBytesAsync(path, cancellation);
        var sample = new Upload(
            code ?? NoUnit,
            Path.GetFileName(path),
            "",
            TimeProvider.System.GetUtcNow().UtcTicks,
            Convert.ToHexStringLower(SHA256.HashData(content)),
            content
        );
        var all = SourceProfiles.With([new StoredText(Slug.Of(profile.Name), stored)]);
        var report = SampleCheck.Of(profile, all, UnitsWith(code), sample);
        SampleTables.Print(_screen, profile, report);
        return report.IsClean ? ExitCode.Done : ExitCode.Refusals;
    }

    /// <summary>The shipped units and the given one; without one, a unit that nothing in the file can name.</summary>
    private static UnitRegister UnitsWith(string? code)
    {
        _ = UnitCode.TryParse(code ?? NoUnit, out var unit);
        var shipped = code is null ? [] : UnitCsv.Parse(Shipped.Units);
        return shipped.Any(one => one.Code == unit)
            ? new UnitRegister(shipped)
            : new UnitRegister([.. shipped, new Unit(unit, unit.Text, "", "", null, null, [])]);
    }
}
