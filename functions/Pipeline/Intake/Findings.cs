namespace CCHC.Pipeline.Intake;

/// <summary>
/// The faults and warnings of one file. Lists are bounded, counts aren't; unknown texts of one column and shape
/// are one warning with their number.
/// </summary>
internal sealed class Findings(IntakeLimits limits)
{
    private readonly List<RowFault> faults = [];
    private readonly List<RowFault> warnings = [];
    private readonly Dictionary<(string Column, string Code, string Message), (int Line, int Count)> repeated = [];
    private int moreFaults;
    private int moreWarnings;

    public void Fault(RowFault fault) => Add(faults, fault, ref moreFaults);

    public void Warn(RowFault warning) => Add(warnings, warning, ref moreWarnings);

    /// <summary>A warning that many rows may share: told once, at the first line, with the number of lines.</summary>
    public void WarnOnce(RowFault warning)
    {
        var key = (warning.Column, warning.Code, warning.Message);
        if (repeated.TryGetValue(key, out var seen))
            repeated[key] = (seen.Line, seen.Count + 1);
        else if (repeated.Count < limits.ListedFaults)
            repeated[key] = (warning.Line, 1);
        else
            moreWarnings++;
    }

    public IReadOnlyList<RowFault> Faults => Listed(faults, moreFaults, "lỗi");

    public IReadOnlyList<RowFault> Warnings =>
        Listed([.. warnings, .. repeated.Select(Told)], moreWarnings, "cảnh báo");

    private static RowFault Told(KeyValuePair<(string Column, string Code, string Message), (int Line, int Count)> one)
    {
        var (line, count) = one.Value;
        var message =
            count == 1 ? one.Key.Message : $"{one.Key.Message.TrimEnd('.')} ({count} dòng, đầu tiên là dòng {line}).";
        return new RowFault(line, one.Key.Column, one.Key.Code, message);
    }

    private void Add(List<RowFault> list, RowFault one, ref int more)
    {
        if (list.Count < limits.ListedFaults)
            list.Add(one);
        else
            more++;
    }

    private static List<RowFault> Listed(List<RowFault> list, int more, string word)
    {
        List<RowFault> listed = [.. list.OrderBy(one => one.Line)];
        if (more > 0)
            listed.Add(new RowFault(0, "", FaultCodes.More, $"Còn {more} {word} nữa không liệt kê ở đây."));
        return listed;
    }
}
