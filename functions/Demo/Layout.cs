namespace CCHC.Demo;

internal enum Column
{
    Number,
    Code,
    ProcedureCode,
    ProcedureName,
    Content,
    Field,
    Unit,
    Officer,
    Applicant,
    Owner,
    Address,
    Phone,
    Channel,
    Submitted,
    Received,
    Due,
    Finished,
    Returned,
    ReturnChannel,
    Status,
    Level,
    Digitised,
    Payment,
    Note,
}

/// <summary>Which rows stand above the header.</summary>
internal enum Title
{
    None,
    Heading,

    /// <summary>A heading and "Từ ngày … đến ngày …".</summary>
    Span,

    /// <summary>A heading and "…, ngày … tháng … năm …".</summary>
    Dated,
}

/// <summary>How one desk's system lays out its export.</summary>
/// <param name="Headers">Columns from left to right as "Column=header", separated by '|'.</param>
/// <param name="Wording">The system's words.</param>
/// <param name="DateFormat">Of dates written as text; empty for the sheet's own dates.</param>
/// <param name="Title">Rows above the header.</param>
internal sealed record Layout(string Headers, Wording Wording, string DateFormat, Title Title)
{
    public IReadOnlyList<(Column Column, string Header)> Columns { get; } =
    [.. Headers.Split('|').Select(part => part.Split('=')).Select(part => (Enum.Parse<Column>(part[0]), part[1]))];

    public bool HasTotal { get; init; }

    /// <summary>Blank lines and the header repeated, as on printed pages.</summary>
    public bool HasPages { get; init; }

    public bool HasChannel => Columns.Any(column => column.Column is Column.Channel);
}
