using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>The lines of a checklist with their verdicts, blank ones included: by unit, then in the criteria's order.</summary>
internal static class ChecklistListing
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Table Table(IEnumerable<(Unit Unit, CriterionFinding Finding)> lines)
    {
        var table = new Table().Texts("Mã", "Đơn vị", "Tiêu chí", "Yêu cầu", "Kết quả", "Đánh giá", "Minh chứng");
        foreach (var (unit, finding) in lines)
            table.Row(
                unit.Id,
                unit.Name,
                finding.Criterion.Name,
                CriterionWords.RequirementOf(finding.Criterion),
                CriterionWords.AnswerOf(finding.Line),
                CriterionWords.VerdictOf(finding),
                finding.Line?.Evidence ?? ""
            );
        return table;
    }

    public static string Csv(string period, IEnumerable<(Unit Unit, CriterionFinding Finding)> lines)
    {
        var text = new StringBuilder(string.Join(',', Names)).Append('\n');
        foreach (var (unit, finding) in lines)
            text.AppendJoin(',', Values(period, unit, finding).Select(InertCsv.Cell)).Append('\n');
        return text.ToString();
    }

    public static string Json(string period, IEnumerable<(Unit Unit, CriterionFinding Finding)> lines) =>
        JsonSerializer.Serialize(
            lines.Select(line =>
                Names.Zip(Values(period, line.Unit, line.Finding)).ToDictionary(at => at.First, at => at.Second)
            ),
            Readable
        ) + "\n";

    private static readonly string[] Names =
    [
        "period",
        "unit",
        "unit_name",
        "criterion",
        "criterion_name",
        "done",
        "day",
        "number",
        "address",
        "evidence",
        "verdict",
        "gap",
        "file",
        "line",
    ];

    private static IEnumerable<string> Values(string period, Unit unit, CriterionFinding finding)
    {
        var (line, answer) = (finding.Line, finding.Line?.Answer);
        return
        [
            period,
            unit.Id,
            unit.Name,
            finding.Criterion.Id,
            finding.Criterion.Name,
            answer?.Done switch
            {
                true => "yes",
                false => "no",
                null => "",
            },
            IsoDay.Of(answer?.Day),
            answer?.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
            answer?.Address ?? "",
            line?.Evidence ?? "",
            finding.Verdict.Id(),
            finding.Gap is CriterionGap.None ? "" : finding.Gap.ToString(),
            line?.File ?? "",
            line?.Line.ToString(CultureInfo.InvariantCulture) ?? "",
        ];
    }
}
