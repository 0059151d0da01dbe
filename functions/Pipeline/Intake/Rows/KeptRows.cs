namespace CCHC.Pipeline.Intake.Rows;

/// <summary>The accepted rows of a file; in the end one per dossier, sorted by code.</summary>
internal sealed class KeptRows
{
    private readonly List<KeptRow> rows = [];
    private readonly List<int> lines = [];
    private bool isSorted = true;

    public int Count => rows.Count;

    public void Add(KeptRow row, int line)
    {
        isSorted = isSorted && (rows.Count == 0 || string.CompareOrdinal(rows[^1].Code, row.Code) < 0);
        rows.Add(row);
        lines.Add(line);
    }

    /// <summary>Joins the lines of one dossier, the lower one winning; each is told as (upper line, lower line).</summary>
    public List<KeptRow> Join(Action<int, int> repeated)
    {
        if (isSorted)
            return rows;
        var order = CodeOrder.Of(rows);
        var joined = new List<KeptRow>(order.Length);
        var upper = 0;
        foreach (var index in order)
        {
            if (joined.Count > 0 && joined[^1].Code == rows[index].Code)
            {
                repeated(upper, lines[index]);
                joined[^1] = Join(joined[^1], rows[index]);
            }
            else
            {
                joined.Add(rows[index]);
            }
            upper = lines[index];
        }
        return joined;
    }

    private static KeptRow Join(KeptRow upper, KeptRow lower) =>
        new()
        {
            Code = lower.Code,
            Received = lower.Received,
            Due = lower.Due ?? upper.Due,
            Finished = lower.Finished ?? upper.Finished,
            Returned = lower.Returned ?? upper.Returned,
            Status = lower.Status ?? upper.Status,
            Channel = Join(upper.Channel, lower.Channel),
            ReturnChannel = Join(upper.ReturnChannel, lower.ReturnChannel),
            Level = lower.Level ?? upper.Level,
            Field = lower.Field ?? upper.Field,
            Procedure = lower.Procedure ?? upper.Procedure,
            Digitised = lower.Digitised ?? upper.Digitised,
            PaidOnline = lower.PaidOnline ?? upper.PaidOnline,
        };

    /// <summary>A known channel beats one that isn't known, and that a blank cell.</summary>
    private static Channel Join(Channel upper, Channel lower) =>
        lower > Channel.Unrecognised || upper <= lower ? lower : upper;
}
