namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>A part that another refers to.</summary>
/// <param name="Kind">What it is to it: the last word of the relation's type, the same in both kinds of OOXML.</param>
/// <param name="Part">Its name; null where the relation leads out of the package.</param>
internal sealed record Relation(string Kind, string? Part);

/// <summary>The relations of a part ([ECMA-376] part 2, 9.3) by their ids. What lies outside is never fetched.</summary>
internal static class Relations
{
    /// <summary>A workbook has one for each sheet and a few more; links in cells are relations of their sheets.</summary>
    private const int Most = 10_000;

    /// <summary>The relations of <paramref name="part"/>; of the package itself where that is empty.</summary>
    public static Dictionary<string, Relation> Of(Package package, string part, IntakeLimits limits)
    {
        var found = new Dictionary<string, Relation>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var name = $"{folder}_rels/{part[slash..]}.rels";
        if (!package.Has(name))
            return found;
        using var xml = package.OpenXml(name, limits);
        while (xml.Next())
        {
            if (!xml.IsStart("Relationship") || xml.GetAttribute("Id") is not { } id)
                continue;
            if (found.Count == Most)
                throw new WorkbookTooLargeException();
            var kind = xml.GetAttribute("Type") ?? "";
            var isOutside = xml.GetAttribute("TargetMode") == "External";
            var target = isOutside ? null : PartAt(folder, xml.GetAttribute("Target") ?? "");
            if (!found.TryAdd(id, new Relation(kind[(kind.LastIndexOf('/') + 1)..], target)))
                throw new InvalidDataException("A relation stands twice.");
        }
        return found;
    }

    /// <summary>The part a target names, which may be relative to the folder of the part that refers to it.</summary>
    private static string? PartAt(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var path = target.StartsWith('/') ? target[1..] : folder + target;
        var steps = new List<string>();
        foreach (var step in Uri.UnescapeDataString(path).Split('/'))
        {
            if (step == ".." && steps.Count == 0)
                return null;
            if (step == "..")
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ""))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
