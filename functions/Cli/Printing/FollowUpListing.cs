using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Units;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>The follow-up register for people and for programs.</summary>
internal static class FollowUpListing
{
    private static readonly string[] Columns =
    [
        "unit",
        "unit_name",
        "period",
        "finding",
        "name",
        "times",
        "number",
        "issued_on",
        "deadline",
        "reply",
        "replied_on",
        "outcome",
        "outcome_period",
        "overdue",
    ];

    public static Table Table(IEnumerable<FollowUp> items, UnitRegister units, DateOnly today)
    {
        var table = new Table()
            .Texts("Mã", "Đơn vị", "Kỳ", "Nội dung")
            .Numbers("Lần")
            .Texts("Số văn bản", "Ngày", "Hạn", "Trả lời", "Kết quả");
        foreach (var item in items)
            table.Row(
                item.Unit,
                NameOf(item, units),
                item.Period,
                item.Name,
                Vietnamese.Figure(item.Times),
                item.Number,
                ReviewWords.Day(item.IssuedOn),
                ReviewWords.Day(item.Deadline),
                item.RepliedOn is { } day ? $"{item.Reply} ngày {ReviewWords.Day(day)}" : "",
                ReviewWords.Of(item, today)
            );
        return table;
    }

    public static Listing Of(IEnumerable<FollowUp> items, UnitRegister units, DateOnly today) =>
        new(
            Columns,
            [
                .. items.Select(item =>
                    (IReadOnlyList<object?>)
                        [
                            item.Unit,
                            NameOf(item, units),
                            item.Period,
                            item.Finding,
                            item.Name,
                            item.Times,
                            item.Number,
                            item.IssuedOn,
                            item.Deadline,
                            item.Reply,
                            item.RepliedOn,
                            item.Outcome.ToString().ToLowerInvariant(),
                            item.OutcomePeriod,
                            item.IsOverdueOn(today),
                        ]
                ),
            ]
        );

    private static string NameOf(FollowUp item, UnitRegister units) => units.Find(item.Unit)?.Name ?? "";
}
