namespace CCHC.Pipeline.Tests.Architecture;

/// <summary>Which folder of Pipeline may use which: the flow's order, spelt once (docs/architecture.md).</summary>
internal static class StageOrder
{
    /// <summary>Used by all; may use each other.</summary>
    public static readonly string[] Foundations = ["Periods", "Units", "Kpis", "Storage", "Sheets", "Web", "Telemetry"];

    /// <summary>Each may use those before it.</summary>
    public static readonly string[] Stages =
    [
        "Intake",
        "Ledger",
        "Scoring",
        "Checklists",
        "Review",
        "Notices",
        "Reports",
        "Outbox",
    ];

    /// <summary>May use everything and is used by no stage but the next of them; so are files directly in Pipeline.</summary>
    public static readonly string[] Compositions = ["TakeIn", "Recovery"];

    public static IEnumerable<string> Folders => [.. Foundations, .. Stages, .. Compositions];

    /// <summary>Folders that code in a folder reaches for and may not.</summary>
    public static IEnumerable<string> Trespasses(string folder, string code) =>
        Forbidden(folder).Where(other => Mentions(code, other));

    private static IEnumerable<string> Forbidden(string folder)
    {
        var composition = Array.IndexOf(Compositions, folder);
        if (composition >= 0)
            return Compositions.Skip(composition + 1);
        var stage = Array.IndexOf(Stages, folder); // -1 for foundations: every stage is later
        return [.. Stages.Skip(stage + 1), .. Compositions];
    }

    /// <summary>By full name, or by the short one that sibling namespaces allow: <c>Ledger.Dossier</c> in Intake.</summary>
    private static bool Mentions(string code, string folder) =>
        Pattern.IsIn(code, $@"\bCCHC\.Pipeline\.{folder}\b")
        || Pattern.IsIn(code, $@"(?<![\w.])(?:Pipeline\.)?{folder}\.[A-Z]");
}
