namespace CCHC.Pipeline.Checklists;

/// <summary>Kinds of criteria as lists spell them.</summary>
public static class CriterionKinds
{
    public static string Id(this CriterionKind kind) =>
        kind switch
        {
            CriterionKind.Date => "date",
            CriterionKind.Count => "count",
            CriterionKind.YesNo => "yes-no",
            CriterionKind.Address => "address",
        };
}
