namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Rows of texts below a table: names, once signatures or a total stand above them and no dossier follows. Until
/// something says so, a row of texts is a dossier that has lost its code.
/// </summary>
internal sealed class TableEnd
{
    /// <summary>Nobody signs with more rows.</summary>
    private const int MostRows = 20;
    private readonly List<RowFault[]> names = [];

    /// <summary>True after a total or a signature.</summary>
    public bool IsReached { get; private set; }

    public void Reach() => IsReached = true;

    /// <summary>A row of texts with the faults that it has if it is a dossier.</summary>
    public void Add(RowFault[] faults) => names.Add(faults);

    public bool IsTooLong => names.Count >= MostRows;

    /// <summary>A new page begins: what stood there were names.</summary>
    public void Forget()
    {
        names.Clear();
        IsReached = false;
    }

    /// <summary>A dossier follows: what looked like names were rows.</summary>
    public IReadOnlyList<RowFault[]> TakeBack()
    {
        IsReached = false;
        if (names.Count == 0)
            return [];
        RowFault[][] rows = [.. names];
        names.Clear();
        return rows;
    }
}
