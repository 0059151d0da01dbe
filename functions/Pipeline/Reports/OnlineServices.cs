using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Reports;

/// <summary>
/// In which fields people can submit online at all. A target given to a unit for all its dossiers is not held against a
/// field such as Chứng thực, whose procedures only offer information (level 2): its head could do nothing about it.
/// </summary>
internal sealed class OnlineServices(QuarterResults results)
{
    private readonly Dictionary<string, Tally> fields = results
        .Units.SelectMany(results.FieldsOf)
        .GroupBy(field => field.Field, StringComparer.Ordinal)
        .ToDictionary(
            field => field.Key,
            field => Tally.Sum(field.Select(unit => unit.Figures)),
            StringComparer.Ordinal
        );

    /// <summary>Whether a target of the KPI says anything in the field: false only where every known level is 2.</summary>
    public bool AreAskedFor(Kpi kpi, string field) => !kpi.NeedsOnlineService || !OffersInformationOnly(field);

    private bool OffersInformationOnly(string field) =>
        fields.TryGetValue(field, out var all)
        && all[Count.ReceivedLevel2] > 0
        && all[Count.ReceivedLevel3] + all[Count.ReceivedLevel4] == 0;
}
