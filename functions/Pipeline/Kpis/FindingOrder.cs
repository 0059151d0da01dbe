namespace CCHC.Pipeline.Kpis;

/// <summary>
/// Where a KPI stands among all findings of an inspection, in the order of the document of 25 March 2022 (domain.md §1):
/// plan 10 · handling 20 · propaganda 30 · guidance 40 · equipment 50 · models 60 · online 70 · budget 80 · post 90.
/// Criteria carry their own place.
/// </summary>
public static class FindingOrder
{
    private static readonly Dictionary<string, int> Places = new(StringComparer.Ordinal)
    {
        ["on-time"] = 20,
        ["on-time-766"] = 21,
        ["overdue-open"] = 22,
        ["online-eligible"] = 40,
        ["fully-online"] = 41,
        ["online"] = 70,
        ["postal-return"] = 90,
        ["digitised"] = 95,
        ["online-payment"] = 96,
    };

    /// <summary>A KPI without a place of its own comes last.</summary>
    public static int Of(Kpi kpi) => Places.GetValueOrDefault(kpi.Id, 99);
}
