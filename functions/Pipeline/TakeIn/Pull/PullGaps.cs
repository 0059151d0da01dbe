using System.Globalization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>Days that the sources owe, until each of them is filled.</summary>
public sealed class PullGaps(
    StaffSetting<PullSources> sources,
    PullStates states,
    PulledReceipts receipts,
    Registers registers,
    TimeProvider time
)
{
    /// <summary>A window may be open on one day of the week only.</summary>
    private const int DaysOfGrace = 7;
    private const int FewestWithout = 3;

    /// <summary>Every look at health asks, and each unit with an open day costs requests.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private (IReadOnlyList<string> Sentences, DateTimeOffset At)? told;

    /// <summary>One sentence for staff per source that owes days, as receipts told it within the last minutes.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        if (told is { } known && time.GetUtcNow() - known.At is { Ticks: >= 0 } age && age < Freshness)
            return known.Sentences;
        var sentences = await SentencesAsync(cancellation);
        told = (sentences, time.GetUtcNow());
        return sentences;
    }

    private async Task<List<string>> SentencesAsync(CancellationToken cancellation)
    {
        var sentences = new List<string>();
        foreach (var source in (await sources.GetAsync(cancellation)).All.Where(source => source.IsEnabled))
        {
            var gaps = await OfAsync(source, cancellation);
            if (Sentence(source, gaps) is { } sentence)
                sentences.Add(sentence);
        }
        return sentences;
    }

    /// <summary>By unit, oldest first; units that owe nothing are left out. Receipts tell, also those since the last round.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<DateOnly>>> OfAsync(
        PullSource source,
        CancellationToken cancellation
    )
    {
        var content = await registers.GetAsync(cancellation);
        var state = await states.ReadAsync(source.Id, cancellation);
        var gaps = new Dictionary<string, IReadOnlyList<DateOnly>>(StringComparer.Ordinal);
        foreach (var unit in source.Units)
        {
            var known = state.Of(unit);
            // A source that nobody asks any more owes the days that were never opened, too.
            if (known.PlannedTo is not null)
                known = PullPlan.Opened(source, unit, known, LastExpected, content.Calendar, content.Units);
            var days = Owed(await receipts.ToldAsync(unit, known, cancellation));
            if (days.Count > 0)
                gaps[unit] = days;
        }
        return gaps;
    }

    /// <summary>A day without an export may be a quiet one; several are told, whatever the source says.</summary>
    private static List<DateOnly> Owed(UnitState state)
    {
        var none = state.OpenDays.Count(open => open.State.Progress is DayProgress.None);
        return
        [
            .. state
                .OpenDays.Where(open =>
                    open.State.IsGap || (open.State.Progress is DayProgress.None && none >= FewestWithout)
                )
                .Select(open => open.Day),
        ];
    }

    private DateOnly LastExpected => time.Today().AddDays(-DaysOfGrace - 1);

    private static string? Sentence(PullSource source, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> gaps)
    {
        var days = gaps.Values.SelectMany(days => days).Order().ToList();
        if (days.Count == 0)
            return null;
        var count = string.Create(CultureInfo.InvariantCulture, $"{days.Distinct().Count()} ngày, {gaps.Count} đơn vị");
        var span = days[0] == days[^1] ? $"ngày {Text(days[0])}" : $"từ {Text(days[0])} đến {Text(days[^1])}";
        return $"Nguồn '{source.Id}' còn thiếu số liệu {count}, {span}. Xem: cchc sources list";
    }

    private static string Text(DateOnly day) => DayText.Of(day);
}
