namespace CCHC.Pipeline.Ledger;

/// <summary>
/// One row of a unit's figures: the unit itself, one field or one procedure. One object per row and ledger,
/// so that rows compare by reference on the path of a dossier.
/// </summary>
/// <param name="suffix">What follows the unit id in the row's key: "", "-f-ho-tich", "-p-1.001193".</param>
public sealed class Row(string suffix) : Kpis.SheetRow(string.GetHashCode(suffix, StringComparison.Ordinal))
{
    public string Suffix { get; } = suffix;

    /// <summary>A field's name as last written; nothing for other rows.</summary>
    public Latest<string> Name { get; set; }

    public override string ToString() => Suffix;
}

/// <summary>One spelling of a field's name and the row it counts in.</summary>
public sealed record FieldName(string Text, Row Row);

/// <summary>The rows of one ledger, and the spellings that lead to them.</summary>
public sealed class RowNames
{
    private readonly Dictionary<string, Row> bySuffix = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldName> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Row> procedures = new(StringComparer.Ordinal);

    public RowNames()
    {
        Unit = Of("");
        NoField = Of(Storage.Keys.FieldSuffix(Storage.Slug.Unknown));
        NoProcedure = Of(Storage.Keys.ProcedureSuffix(Storage.Slug.Unknown));
    }

    public Row Unit { get; }

    /// <summary>Where dossiers without a field count.</summary>
    public Row NoField { get; }

    /// <summary>Where dossiers without a procedure count.</summary>
    public Row NoProcedure { get; }

    public IEnumerable<Row> All => bySuffix.Values;

    public Row Of(string suffix)
    {
        if (!bySuffix.TryGetValue(suffix, out var row))
            bySuffix[suffix] = row = new Row(suffix);
        return row;
    }

    public FieldName Field(string name)
    {
        if (!fields.TryGetValue(name, out var field))
            fields[name] = field = new FieldName(name, Of(Storage.Keys.FieldSuffix(Storage.Slug.Of(name))));
        return field;
    }

    public Row Procedure(string code)
    {
        if (!procedures.TryGetValue(code, out var row))
            procedures[code] = row = Of(Storage.Keys.ProcedureSuffix(code));
        return row;
    }
}
