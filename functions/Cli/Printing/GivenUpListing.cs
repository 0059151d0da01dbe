using System.Globalization;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Recovery.Poison;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>What was given up, and what was dropped, for people and for programs.</summary>
internal static class GivenUpListing
{
    public static Table Table(IEnumerable<GivenUp> items)
    {
        var table = new Table().Texts("Mã", "Việc", "Từ").Numbers("Lần").Texts("Vì sao", "Làm gì");
        foreach (var item in items)
            table.Row(
                item.Id,
                item.What,
                At(item.Since),
                Vietnamese.Figure(item.Times),
                item.Queue.Length == 0 ? item.Why : $"{item.Why} (còn trong hàng đợi {item.Queue})",
                item.Todo
            );
        return table;
    }

    public static Listing Of(IEnumerable<GivenUp> items) =>
        new(
            ["id", "mark", "queue", "since", "times", "what", "why", "todo"],
            [
                .. items.Select(item =>
                    (IReadOnlyList<object?>)
                        [
                            item.Id,
                            item.Mark,
                            item.Queue.Length == 0 ? null : item.Queue,
                            Iso(item.Since),
                            item.Times,
                            item.What,
                            item.Why,
                            item.Todo,
                        ]
                ),
            ]
        );

    public static Table Table(IEnumerable<Dropped> all)
    {
        var table = new Table().Texts("Việc", "Bỏ lúc", "Lý do bỏ", "Lý do không làm được");
        foreach (var dropped in all)
            table.Row(dropped.What, At(dropped.At), dropped.Reason, dropped.Why);
        return table;
    }

    public static Listing Of(IEnumerable<Dropped> all) =>
        new(
            ["what", "since", "times", "why", "reason", "dropped_at"],
            [
                .. all.Select(dropped =>
                    (IReadOnlyList<object?>)
                        [dropped.What, Iso(dropped.Since), dropped.Times, dropped.Why, dropped.Reason, Iso(dropped.At)]
                ),
            ]
        );

    private static string At(DateTimeOffset instant) => DayText.WithTime(instant);

    private static string Iso(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
