using System.Text.Json.Serialization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Checklists;

/// <summary>How a criterion is answered and judged.</summary>
public enum CriterionKind
{
    /// <summary>The day on which something was done, against a deadline.</summary>
    Date,

    /// <summary>How many there are, against a minimum.</summary>
    Count,

    /// <summary>Done or not, with evidence.</summary>
    YesNo,

    /// <summary>The address of a page, and what the page says.</summary>
    Address,
}

/// <summary>Something the inspecting office looks at on the spot: data, in force from a day on, for one unit or for all.</summary>
/// <param name="Id">ASCII slug: plan-issued. Never a KPI's id.</param>
/// <param name="Name">As tables and letters head it: "Ban hành kế hoạch cải cách hành chính năm".</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Order">Where it stands among all findings, KPIs included (see <see cref="Kpis.Kpi.Place"/>).</param>
/// <param name="Deadline">Date: the last day in time. Address: the last day of publication, if there is one.</param>
/// <param name="Minimum">Count: the least that is enough.</param>
/// <param name="Measure">Count: what is counted, "máy vi tính".</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">Last day in force; empty = open.</param>
/// <param name="Unit">Unit id; null = all units.</param>
/// <param name="Source">The document that asks for it.</param>
/// <param name="Shortcoming">What a letter says when it was missed, without the figures: "chưa ban hành kế hoạch …".</param>
/// <param name="Task">What a letter orders then: a whole sentence.</param>
public sealed record Criterion(
    string Id,
    string Name,
    CriterionKind Kind,
    int Order,
    DateOnly? Deadline,
    int? Minimum,
    string Measure,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Unit,
    string Source,
    string Shortcoming,
    string Task
)
{
    [JsonIgnore]
    public Term Term => new(ValidFrom, ValidTo);

    /// <summary>Of each id the criterion for a unit on a day: its own before the one for all, then the latest first day.</summary>
    public static IReadOnlyList<Criterion> InForce(IEnumerable<Criterion> criteria, Unit unit, DateOnly day) =>
        [
            .. criteria
                .Where(c => c.Term.Includes(day) && (c.Unit is null || c.Unit == unit.Id))
                .GroupBy(c => c.Id, StringComparer.Ordinal)
                .Select(same =>
                    same.OrderByDescending(c => c.Unit is not null).ThenByDescending(c => c.ValidFrom).First()
                )
                .OrderBy(c => c.Order)
                .ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
}

/// <summary>The list of criteria as staff keep it.</summary>
public sealed record CriterionList(IReadOnlyList<Criterion> All);
