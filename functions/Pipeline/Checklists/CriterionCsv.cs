using System.Globalization;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Checklists;

/// <summary>
/// Criteria from the CSV with columns
/// id,name,kind,order,requirement,measure,valid_from,valid_to,unit,source,shortcoming,task.
/// </summary>
public static class CriterionCsv
{
    /// <summary>A list without any.</summary>
    public const string Header =
        "id,name,kind,order,requirement,measure,valid_from,valid_to,unit,source,shortcoming,task\n";

    private const int LongestId = 60;
    private const int LongestText = 500;

    /// <summary>Reads the list; two lines with one id, first day and unit are refused, and an id has one kind.</summary>
    /// <exception cref="InvalidDataException">A line is faulty; the message is Vietnamese and names it.</exception>
    public static CriterionList Parse(string text)
    {
        var criteria = new Dictionary<(string Id, DateOnly From, string? Unit), Criterion>();
        var kinds = new Dictionary<string, CriterionKind>(StringComparer.Ordinal);
        foreach (
            var line in CsvTable.Read(
                text,
                "id",
                "name",
                "kind",
                "order",
                "requirement",
                "measure",
                "valid_from",
                "valid_to",
                "unit",
                "source",
                "shortcoming",
                "task"
            )
        )
        {
            var criterion = Parse(line);
            if (!criteria.TryAdd((criterion.Id, criterion.ValidFrom, criterion.Unit), criterion))
                throw line.Fault($"tiêu chí \"{criterion.Id}\" đã có ở một dòng trên với cùng valid_from và đơn vị");
            if (!kinds.TryAdd(criterion.Id, criterion.Kind) && kinds[criterion.Id] != criterion.Kind)
                throw line.Fault(
                    $"tiêu chí \"{criterion.Id}\" có kind {criterion.Kind.Id()}, một dòng trên ghi {kinds[criterion.Id].Id()}"
                );
        }
        return new([.. criteria.Values]);
    }

    private static Criterion Parse(CsvLine line)
    {
        var kind = KindOf(line);
        var (from, to) = (line.Date("valid_from") ?? throw line.Fault("thiếu valid_from"), line.Date("valid_to"));
        if (to < from)
            throw line.Fault("valid_from sau valid_to");
        return new(
            IdOf(line),
            Text(line, "name"),
            kind,
            OrderOf(line),
            DeadlineOf(line, kind),
            MinimumOf(line, kind),
            MeasureOf(line, kind),
            from,
            to,
            line["unit"] is { Length: > 0 } unit ? unit : null,
            Text(line, "source"),
            Text(line, "shortcoming"),
            Text(line, "task")
        );
    }

    /// <summary>A letter first: with a unit's id before it a key must be read in one way only.</summary>
    private static string IdOf(CsvLine line)
    {
        var id = line["id"];
        if (id.Length is 0 or > LongestId || Slug.Of(id) != id || !char.IsAsciiLetterLower(id[0]))
            throw line.Fault(
                $"id \"{id}\" chỉ được gồm chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ, dài không quá {LongestId} ký tự"
            );
        return KpiCatalogue.Find(id) is null
            ? id
            : throw line.Fault($"id \"{id}\" là mã của một chỉ số, hãy đặt mã khác cho tiêu chí");
    }

    private static CriterionKind KindOf(CsvLine line) =>
        Enum.GetValues<CriterionKind>().Cast<CriterionKind?>().FirstOrDefault(kind => kind!.Value.Id() == line["kind"])
        ?? throw line.Fault($"kind \"{line["kind"]}\" phải là date, count, yes-no hoặc address");

    private static int OrderOf(CsvLine line) =>
        Whole(line["order"]) is >= 1 and <= 999 and var order
            ? order
            : throw line.Fault($"order \"{line["order"]}\" phải là số nguyên từ 1 đến 999");

    private static DateOnly? DeadlineOf(CsvLine line, CriterionKind kind) =>
        kind switch
        {
            CriterionKind.Date => line.Date("requirement")
                ?? throw line.Fault("thiếu requirement: thời hạn, dạng 2022-03-25"),
            CriterionKind.Address => line.Date("requirement"),
            CriterionKind.YesNo when line["requirement"].Length > 0 => throw line.Fault(
                "requirement phải để trống khi kind là yes-no"
            ),
            CriterionKind.YesNo or CriterionKind.Count => null,
        };

    private static int? MinimumOf(CsvLine line, CriterionKind kind) =>
        kind is not CriterionKind.Count ? null
        : Whole(line["requirement"]) is { } minimum ? minimum
        : throw line.Fault($"requirement \"{line["requirement"]}\" phải là số nguyên: số lượng ít nhất");

    private static string MeasureOf(CsvLine line, CriterionKind kind) =>
        kind is CriterionKind.Count ? Text(line, "measure")
        : line["measure"].Length == 0 ? ""
        : throw line.Fault("measure chỉ dùng khi kind là count");

    private static string Text(CsvLine line, string column)
    {
        var text = line[column].Normalize();
        return text.Length switch
        {
            0 => throw line.Fault($"thiếu {column}"),
            > LongestText => throw line.Fault($"{column} dài quá {LongestText} ký tự"),
            _ => text,
        };
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
