using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Criteria of an inspection and what was found; the data are invented.</summary>
internal static class SomeInspection
{
    private static readonly DateOnly PlanDeadline = new(2022, 1, 10);

    public static readonly Criterion Plan = Criterion(
        "plan-issued",
        "Ban hành kế hoạch cải cách hành chính năm 2022",
        CriterionKind.Date,
        10,
        "chưa ban hành kế hoạch cải cách hành chính năm 2022",
        "Ban hành ngay kế hoạch cải cách hành chính năm 2022"
    ) with
    {
        Deadline = PlanDeadline,
    };

    public static readonly Criterion Guidance = Criterion(
        "online-guidance",
        "Bố trí người hướng dẫn nộp hồ sơ trực tuyến",
        CriterionKind.YesNo,
        40,
        "chưa bố trí người hướng dẫn nộp hồ sơ trực tuyến",
        "Bố trí công chức hướng dẫn nộp hồ sơ trực tuyến."
    );

    public static readonly Criterion Computers = Criterion(
        "computers",
        "Máy vi tính tại Bộ phận Tiếp nhận và Trả kết quả",
        CriterionKind.Count,
        50,
        "Chưa trang bị đủ máy vi tính cho Bộ phận Tiếp nhận và Trả kết quả.",
        "Trang bị đủ máy vi tính theo định mức."
    ) with
    {
        Minimum = 3,
        Measure = "máy vi tính",
    };

    public static readonly Criterion Models = Criterion(
        "new-models",
        "Mô hình mới, cách làm hay",
        CriterionKind.Count,
        60,
        "chưa có mô hình mới, cách làm hay",
        "Nghiên cứu, xây dựng mô hình mới, cách làm hay."
    ) with
    {
        Minimum = 1,
        Measure = "mô hình mới, cách làm hay",
    };

    public static readonly Criterion Budget = Criterion(
        "budget-page",
        "Công khai ngân sách trên trang thông tin điện tử",
        CriterionKind.Address,
        80,
        "chưa công khai ngân sách trên trang thông tin điện tử",
        "Công khai ngân sách trên trang thông tin điện tử."
    );

    public static CriterionFinding Found(Criterion criterion, Answer answer, PageCheck? page = null) =>
        CriterionFinding.Of(
            criterion,
            new ChecklistLine("2022-Q1", "29956", criterion.Id, answer, "", "q1.xlsx", 2, 1, page)
        );

    public static CriterionFinding NotFound(Criterion criterion) => CriterionFinding.Of(criterion, null);

    /// <summary>A page without a word of the budget.</summary>
    public static CriterionFinding NoBudget(string evidence = "Trang không có nội dung công khai ngân sách năm 2022.")
    {
        const string Address = "https://xa.example.vn/cong-khai";
        return Found(
            Budget,
            new Answer(Address: Address),
            new PageCheck(Address, new DateOnly(2022, 3, 10), PageStatus.WithoutWords, 200, evidence)
        );
    }

    /// <summary>Three KPIs and five criteria, as bad as they come.</summary>
    public static ReviewedUnit Eight() =>
        Of(
            "Xã Thường Thới Hậu A",
            Figures(),
            Below("online", new Fraction(70, 200, 0), 40, 100),
            Below("overdue-open", new Fraction(4, 20, 0), 5, 100),
            Below("postal-return", new Fraction(9, 190, 0), 2, 10)
        ) with
        {
            Inspected =
            [
                Found(Plan, new Answer(Day: PlanDeadline.AddDays(12))),
                Found(Guidance, new Answer(Done: false)),
                Found(Computers, new Answer(Number: 2)),
                Found(Models, new Answer(Number: 0)),
                NoBudget(),
            ],
        };

    /// <summary>Below for the second time in one thing and the third in another; two things corrected, two not told.</summary>
    public static ReviewedUnit Repeated() =>
        Of(
            "Xã Long Thuận",
            Figures(),
            Below("online", new Fraction(70, 200, 0), 40, 100),
            Met("on-time", new Fraction(189, 192, 0), 95, 100)
        ) with
        {
            Period = Quarter("2022-Q2"),
            ReviewedOn = new DateOnly(2022, 6, 18),
            Coverage = new Coverage(new DateOnly(2022, 6, 14), 62, []),
            Inspected =
            [
                Found(Plan, new Answer(Day: PlanDeadline)),
                NotFound(Guidance),
                Found(Computers, new Answer(Number: 2)),
                Found(Budget, new Answer(Address: "https://xa.example.vn/cong-khai")),
            ],
            Previous = new PreviousReview(
                "2022-Q1",
                [
                    new("online", new Fraction(60, 180, 0), Verdict.Below, 1),
                    new("on-time", new Fraction(150, 192, 0), Verdict.Below, 1),
                    new("plan-issued", null, Verdict.Below, 1),
                    new("computers", null, Verdict.Below, 2),
                ]
            ),
        };

    private static Criterion Criterion(
        string id,
        string name,
        CriterionKind kind,
        int order,
        string shortcoming,
        string task
    ) =>
        new(
            id,
            name,
            kind,
            order,
            null,
            null,
            "",
            new DateOnly(2022, 1, 1),
            null,
            null,
            "kế hoạch kiểm tra năm 2022",
            shortcoming,
            task
        );
}
