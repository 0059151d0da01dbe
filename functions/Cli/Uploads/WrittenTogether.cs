namespace CCHC.Cli.Uploads;

/// <summary>
/// Tells files that a person saved one after the other from files that a machine wrote in one go. Unpacking, copying and
/// cloning give each file the moment of its copy, in any order, at best to the two seconds of FAT and ZIP: such times say
/// nothing about which file is the later one.
/// </summary>
internal static class WrittenTogether
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>The files in the order of their times; those of one group follow each other by less than two seconds.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Groups<T>(IEnumerable<T> files, Func<T, DateTime> writtenAt)
    {
        var groups = new List<List<T>>();
        DateTime? before = null;
        foreach (var file in files.OrderBy(writtenAt))
        {
            if (before is null || writtenAt(file) - before >= Pause)
                groups.Add([]);
            groups[^1].Add(file);
            before = writtenAt(file);
        }
        return groups;
    }
}
