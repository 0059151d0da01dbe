using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Reports;

/// <summary>
/// The letter to the heads of the specialised offices: of each office its fields and the units that are weak in them
/// (domain.md §1, S11).
/// </summary>
public static class OfficesLetter
{
    /// <summary>The same results give the same letter.</summary>
    public static Letter Compose(QuarterResults results)
    {
        var authority = results.Authority;
        var names = new FieldNames(results);
        var body = new ReportBody();
        body.Say(
            $"Qua kiểm tra, đánh giá kết quả thực hiện công tác cải cách hành chính {results.PeriodName} của {results.Territory.Count(results.Units.Count)} "
                + $"(kỳ báo cáo {Vietnamese.Span(results.Period.From, results.Period.To)}; {Names.DataDays(results, "nêu tại báo cáo tổng hợp")}), "
                + $"{authority.Head} {Vietnamese.LowerFirst(authority.Orders)} người đứng đầu các cơ quan chuyên môn hướng dẫn, kiểm tra việc giải quyết thủ tục hành chính "
                + "thuộc lĩnh vực phụ trách như sau:"
        );
        foreach (var office in results.Offices)
        {
            body.Section(office.Name);
            WriteOffice(body, results, names, FieldsOf(office, results, names));
        }
        WriteUnassigned(body, results, names);
        WriteOrders(body, results);
        var text = new LetterText(
            $"V/v hướng dẫn, kiểm tra việc giải quyết thủ tục hành chính thuộc lĩnh vực phụ trách qua kết quả kiểm tra {results.PeriodName}",
            body.Blocks,
            $"{authority.Orders} người đứng đầu các cơ quan chuyên môn nghiêm túc triển khai thực hiện./."
        );
        return authority.OfLetters().Draft(DocumentKind.OfficialLetter, Addressees(results), text, results.ReviewedOn);
    }

    private static IReadOnlyList<string> Addressees(QuarterResults results) =>
        results.Offices.Count == 0
            ? [results.Authority.FollowUpOffice]
            : [.. results.Offices.Select(office => office.Head).Distinct(StringComparer.Ordinal)];

    private static List<string> FieldsOf(Office? office, QuarterResults results, FieldNames names) =>
        [.. names.All.Where(field => Office.For(results.Offices, field, results.Period.To) == office)];

    private static void WriteOffice(ReportBody body, QuarterResults results, FieldNames names, List<string> fields)
    {
        if (fields.Count == 0)
        {
            body.Say("Trong kỳ không phát sinh hồ sơ thuộc lĩnh vực phụ trách.");
            return;
        }
        var weak = WeakUnit.In(results, fields);
        var list = $"Lĩnh vực phụ trách có phát sinh hồ sơ: {string.Join("; ", fields.Select(names.Of))}.";
        if (weak.Count == 0)
        {
            body.Say($"{list} Không có đơn vị nào chưa đạt chỉ tiêu hoặc có hồ sơ quá hạn trong các lĩnh vực này.");
            return;
        }
        body.Say($"{list} Các đơn vị cần hướng dẫn, kiểm tra:");
        WeakUnitTable.Write(body, weak, names);
    }

    private static void WriteUnassigned(ReportBody body, QuarterResults results, FieldNames names)
    {
        var fields = FieldsOf(null, results, names);
        if (fields.Count == 0)
            return;
        var weak = WeakUnit.In(results, fields);
        body.Section("Lĩnh vực chưa xác định được cơ quan phụ trách");
        body.Say(
            $"Giao {results.Authority.FollowUpOffice} rà soát, xác định cơ quan phụ trách và theo dõi đối với: "
                + $"{string.Join("; ", fields.Select(names.Of))}. "
                + (
                    weak.Count == 0
                        ? "Không có đơn vị nào chưa đạt chỉ tiêu hoặc có hồ sơ quá hạn trong các lĩnh vực này."
                        : "Các đơn vị cần hướng dẫn, kiểm tra:"
                )
        );
        WeakUnitTable.Write(body, weak, names);
    }

    private static void WriteOrders(ReportBody body, QuarterResults results)
    {
        var authority = results.Authority;
        body.Section("Tổ chức thực hiện");
        body.Dashes([
            "Người đứng đầu các cơ quan chuyên môn hướng dẫn, kiểm tra việc giải quyết thủ tục hành chính tại các đơn vị nêu trên, "
                + "trước hết đối với hồ sơ đang quá hạn; kịp thời tháo gỡ khó khăn, vướng mắc về chuyên môn.",
            $"Báo cáo kết quả bằng văn bản về {authority.FollowUpOffice} trong thời hạn "
                + $"{Vietnamese.Number(authority.CorrectionWorkingDays)} ngày làm việc kể từ ngày ban hành công văn này.",
            $"{authority.FollowUpOffice} theo dõi, đôn đốc, tổng hợp, báo cáo {authority.HeadShort}.",
        ]);
        body.Note(
            "Ghi chú: tỷ lệ tính trên hồ sơ của riêng từng lĩnh vực, theo chỉ tiêu giao cho đơn vị; lĩnh vực chỉ có dịch vụ công mức độ 2 không xét chỉ tiêu trực tuyến. Đơn vị không đủ dữ liệu không được đánh giá theo chỉ tiêu; "
                + "hồ sơ quá hạn được nêu theo dữ liệu đã nhận."
        );
    }
}
