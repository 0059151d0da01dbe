namespace CCHC.Pipeline.Intake;

/// <summary>
/// The faults and warnings of one file. Lists are bounded, counts aren't; unknown texts of one column and shape
/// are one warning with their number.
/// </summary>
internal sealed class Findings(IntakeLimits limits)
{
    private readonly List<RowFault> faults = [];
    private readonly List<RowFault> warnings = [];
    private readonly Dictionary<(string Column, string Code, string Message), Repeated> repeatedFaults = [];
    private readonly Dictionary<(string Column, string Code, string Message), Repeated> repeatedWarnings = [];
    private int moreFaults;
    private int moreWarnings;

    /// <summary>True when a further fault would only be counted.</summary>
    public bool HasAllFaults => faults.Count == limits.ListedFaults;

    public void Fault(RowFault fault) => Add(faults, fault, ref moreFaults);

    public void Warn(RowFault warning) => Add(warnings, warning, ref moreWarnings);

    /// <summary>A warning that many rows may share: told once, at the first line, with the number of lines.</summary>
    public void WarnOnce(RowFault warning) => AddOnce(repeatedWarnings, warning, ref moreWarnings);

    /// <summary>A fault that many rows may share and that refuses none of them, told likewise.</summary>
    public void FaultOnce(RowFault fault) => AddOnce(repeatedFaults, fault, ref moreFaults);

    public IReadOnlyList<RowFault> Faults =>
        Listed([.. faults, .. repeatedFaults.Values.Select(one => one.Told)], moreFaults, "lỗi");

    public IReadOnlyList<RowFault> Warnings =>
        Listed([.. warnings, .. repeatedWarnings.Values.Select(one => one.Told)], moreWarnings, "cảnh báo");

    private void AddOnce(
        Dictionary<(string Column, string Code, string Message), Repeated> list,
        RowFault one,
        ref int more
    )
    {
        var key = (one.Column, one.Code, one.Message);
        if (list.TryGetValue(key, out var seen))
            list[key] = seen with { Count = seen.Count + 1 };
        else if (list.Count < limits.ListedFaults)
            list[key] = new(one, 1);
        else
            more++;
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

    private readonly record struct Repeated(RowFault First, int Count)
    {
        public RowFault Told =>
            Count == 1
                ? First
                : First with
                {
                    Message = $"{First.Message.TrimEnd('.')} ({Count} dòng, đầu tiên là dòng {First.Line}).",
                };
    }
}
