using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>Which profile a file is read with, and what was found in the file with it.</summary>
/// <param name="Source">The profile; one that can't be read means that the file can't be read either.</param>
/// <param name="Found">The table and its header; null with an unreadable profile.</param>
/// <param name="Warning">Two profiles fit the headers equally, so that none was taken.</param>
internal sealed record SourceChoice(Source Source, TableChoice? Found, RowFault? Warning = null)
{
    /// <summary>The profile chosen for the unit, else the one recognised by the headers, else the default.</summary>
    public static SourceChoice In(ExportFile file, string unit, SourceProfiles profiles)
    {
        if (profiles.For(unit) is { } chosen)
            return new(chosen, chosen.Lexicon is null ? null : TableChoice.In(file, chosen.Lexicon));
        var found = TableChoice.In(file, profiles.Default.Lexicon!);
        if ((found.Search.Header ?? found.Search.Nearest) is not { } header)
            return new(profiles.Default, found);
        var (source, rivals) = profiles.Recognition.Of(header);
        if (source is not null)
            return Again(file, source);
        var warning = rivals.Count > 0 ? FileFaults.SourceUnclear(rivals) : null;
        return new(profiles.Default, found, warning);
    }

    private static SourceChoice Again(ExportFile file, Source source)
    {
        if (source.Lexicon is null)
            return new(source, null);
        foreach (var table in file.Tables)
            table.Rewind();
        return new(source, TableChoice.In(file, source.Lexicon));
    }
}
