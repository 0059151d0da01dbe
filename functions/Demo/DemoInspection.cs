using CCHC.Pipeline.Kpis;

namespace CCHC.Demo;

/// <summary>One line of the inspecting office's invented checklist.</summary>
/// <param name="Unit">Unit id.</param>
/// <param name="Criterion">Criterion id.</param>
/// <param name="Answer">As staff write it: 28/01/2022, Chưa, 3, Có, Không; "" = the line was left out.</param>
/// <param name="Page">The page that the answer is the address of.</param>
/// <param name="Evidence">Minh chứng.</param>
/// <param name="Expected">What the review must find.</param>
public sealed record InspectedLine(
    string Unit,
    string Criterion,
    string Answer,
    DemoPage? Page,
    string Evidence,
    Verdict Expected
);

/// <summary>What was found on the spot at the ten units, quarter by quarter: invented from end to end.</summary>
public static class DemoInspection
{
    private const string Pages = "budget-page";

    // The order of the columns below.
    private static readonly string[] Units =
    [
        "29956",
        "29962",
        "29971",
        "29974",
        "29977",
        "29980",
        "29983",
        "29992",
        "29995",
        "29998",
    ];

    public static IReadOnlyList<InspectedLine> Of(DemoPeriod period) =>
        period == DemoPeriod.First ? First
        : period == DemoPeriod.Second ? Second
        : [];

    private static IReadOnlyList<InspectedLine> First { get; } =
    [
        .. Lines(
            "plan-issued",
            "10/01/2022 30/01/2022 05/01/2022 20/01/2022 Chưa 28/01/2022 15/02/2022 17/01/2022 25/01/2022 07/02/2022",
            "+ - + + - + - + + -",
            "Kế hoạch cải cách hành chính năm 2022"
        ),
        .. Lines("propaganda", "5 4 8 3 2 6 . 7 4 3", "+ + + + - + ? + + +", "Sổ theo dõi tin, bài phát thanh"),
        .. Lines("online-guidance", "Có Không Có Có Có Có Có Có Có* Có", "+ - + + + + + + ? +", "Bảng phân công trực"),
        .. Lines("computers", "4 3 6 3 2 3 3 4 3 3", "+ + + + - + + + + +", "Biên bản kiểm kê"),
        .. Lines("printers", "2 1 3 1 1 1 1 2 1 1", "+ + + + + + + + + +", "Biên bản kiểm kê"),
        .. Lines("scanners", "1 0 2 1 0 1 1 1 1 0", "+ - + + - + + + + -", "Biên bản kiểm kê"),
        .. Lines("new-models", "2 0 3 1 0 1 0 1 0 1", "+ - + + - + - + - +", "Báo cáo mô hình của đơn vị"),
        .. Lines(
            Pages,
            "Published Wordless Scan Wordless Wordless Wordless Silent Gone Chưa Wordless",
            "+ - ? - - - ? - - -",
            "Trang thông tin điện tử của đơn vị"
        ),
    ];

    // A plan that was late in the first quarter was told of then: it is done.
    private static IReadOnlyList<InspectedLine> Second { get; } =
    [
        .. Lines(
            "plan-issued",
            "10/01/2022 30/01/2022 05/01/2022 20/01/2022 08/04/2022 28/01/2022 15/02/2022 17/01/2022 25/01/2022 07/02/2022",
            "+ + + + - + + + + +",
            "Kế hoạch cải cách hành chính năm 2022"
        ),
        .. Lines("propaganda", "6 5 9 4 4 6 3 7 2 4", "+ + + + + + + + - +", "Sổ theo dõi tin, bài phát thanh"),
        .. Lines("online-guidance", "Có Có Có Có Có Có Có Có Có Có", "+ + + + + + + + + +", "Bảng phân công trực"),
        .. Lines("computers", "4 3 6 3 3 3 3 4 3 3", "+ + + + + + + + + +", "Biên bản kiểm kê"),
        .. Lines("printers", "2 1 3 1 1 1 1 2 1 1", "+ + + + + + + + + +", "Biên bản kiểm kê"),
        .. Lines("scanners", "1 1 2 1 0 1 1 1 1 1", "+ + + + - + + + + +", "Biên bản kiểm kê"),
        .. Lines("new-models", "2 1 3 1 0 1 1 1 0 2", "+ + + + - + + + - +", "Báo cáo mô hình của đơn vị"),
        .. Lines(
            Pages,
            "Published Published Published Published Wordless Wordless Published Published Wordless Wordless",
            "+ + + + - - + + - -",
            "Trang thông tin điện tử của đơn vị"
        ),
    ];

    private static IEnumerable<InspectedLine> Lines(
        string criterion,
        string answers,
        string verdicts,
        string evidence
    ) =>
        Units
            .Zip(answers.Split(' '), verdicts.Split(' '))
            .Select(at => Line(at.First, criterion, at.Second, at.Third, evidence));

    private static InspectedLine Line(string unit, string criterion, string answer, string verdict, string evidence)
    {
        var isPage = Enum.TryParse<DemoPage>(answer, out var page) && criterion == Pages;
        var isBare = answer is "." or "Không" or "Chưa" || answer.EndsWith('*');
        return new(
            unit,
            criterion,
            isPage || answer == "." ? "" : answer.TrimEnd('*'),
            isPage ? page : null,
            isBare ? "" : evidence,
            verdict switch
            {
                "+" => Verdict.Met,
                "-" => Verdict.Below,
                "?" => Verdict.Insufficient,
                var other => throw new InvalidOperationException($"\"{other}\" is no verdict"),
            }
        );
    }
}
