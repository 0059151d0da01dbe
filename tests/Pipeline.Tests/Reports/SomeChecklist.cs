using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Three criteria and what was found of ten units; invented.</summary>
internal static class SomeChecklist
{
    public static CriterionFinding[] Of(int place) =>
        [
            Found(Plan, place == 9 ? null : new Answer(Day: new DateOnly(2022, 1, place < 2 ? 30 : 20))),
            Found(Computers, new Answer(Number: place == 5 ? 2 : 3)),
            Found(Models, place == 8 ? new Answer() : new Answer(Number: place % 2)),
        ];

    private static readonly Criterion Plan = Asked(
        "plan-issued",
        "Ban hành kế hoạch cải cách hành chính năm 2022",
        CriterionKind.Date,
        10,
        "chưa ban hành kế hoạch cải cách hành chính năm 2022"
    );
    private static readonly Criterion Computers = Asked(
        "computers",
        "Máy vi tính tại Bộ phận Tiếp nhận và Trả kết quả",
        CriterionKind.Count,
        50,
        "chưa trang bị đủ máy vi tính",
        3,
        "máy vi tính"
    );
    public static readonly Criterion Models = Asked(
        "new-models",
        "Mô hình mới, cách làm hay",
        CriterionKind.Count,
        60,
        "chưa có mô hình mới, cách làm hay",
        1,
        "mô hình"
    );

    private static Criterion Asked(
        string id,
        string name,
        CriterionKind kind,
        int order,
        string missed,
        int? least = null,
        string measure = ""
    ) =>
        new(
            id,
            name,
            kind,
            order,
            kind is CriterionKind.Date ? new DateOnly(2022, 1, 28) : null,
            least,
            measure,
            new DateOnly(2022, 1, 1),
            null,
            null,
            "yêu cầu kiểm tra năm 2022",
            missed,
            $"Khắc phục ngay việc {missed}."
        );

    public static CriterionFinding Found(Criterion criterion, Answer? answer) =>
        CriterionFinding.Of(
            criterion,
            answer is null
                ? null
                : new ChecklistLine("2022-Q1", "29954", criterion.Id, answer, "", "bang-kiem.xlsx", 5, 1)
        );
}
