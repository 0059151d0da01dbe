using CCHC.Pipeline.Tests.Architecture;

namespace CCHC.Pipeline.Tests.Docs;

/// <summary>The parts of a Markdown page that tests hold against the repository.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Text">All of it.</param>
internal sealed record Markdown(string Path, string Text)
{
    public static Markdown Open(string path) => new(path, Repository.Read(path));

    /// <summary>The README, its neighbours and everything in docs.</summary>
    public static IEnumerable<Markdown> All =>
        Directory
            .EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file))
            .Select(Open);

    /// <summary>Contents of fenced blocks, without those of language "text", which are pictures.</summary>
    public IEnumerable<string> FencedCommands =>
        Pattern
            .Find(Text, @"^```(?<it>\w*\n[\s\S]*?)\n```$")
            .Where(block => !block.StartsWith("text\n", StringComparison.Ordinal))
            .Select(block => block[(block.IndexOf('\n') + 1)..]);

    /// <summary>Targets of links to files of this repository.</summary>
    public IEnumerable<string> RelativeLinks =>
        Pattern.Find(Text, @"\]\((?<it>[^)#]+)(#[^)]*)?\)").Where(target => !target.Contains("://"));

    /// <summary>Links to a heading, of this page (then without a path) or of another.</summary>
    public IEnumerable<(string Path, string Anchor)> HeadingLinks =>
        Pattern
            .Find(Text, @"\]\((?<it>[^)#:]*#[^)]+)\)")
            .Select(link => link.Split('#'))
            .Select(parts => (parts[0], parts[1]));

    /// <summary>What GitHub calls the headings in links: lower case, hyphens for blanks, no punctuation.</summary>
    public IEnumerable<string> Anchors =>
        Pattern
            .Find(Text, "^#+ (?<it>.+)$")
            .Select(heading => Pattern.Replace(heading.ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'));

    /// <summary>The rows of the table under a heading, as cells, without its head.</summary>
    public IReadOnlyList<string[]> TableUnder(string heading)
    {
        var from = Text.IndexOf($"## {heading}\n", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(-1, $"{Path} has no heading {heading}");
        var rows = Text[from..]
            .Split('\n')
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        rows.ShouldNotBeEmpty();
        return rows;
    }

    /// <summary>What stands between backticks.</summary>
    public static IEnumerable<string> Code(string cell) => Pattern.Find(cell, "`(?<it>[^`]+)`");
}
