namespace CCHC.Pipeline.Intake;

/// <summary>
/// What is kept of one dossier from one upload: no personal data. Empty cells are null (channels: Blank).
/// Lines of one dossier in one file are already joined, the lower line winning per column.
/// </summary>
public sealed record KeptRow
{
    /// <summary>Dossier code, NFC, upper case.</summary>
    public required string Code { get; init; }
    public required DateOnly Received { get; init; }
    public DateOnly? Due { get; init; }
    public DateOnly? Finished { get; init; }
    public DateOnly? Returned { get; init; }
    public Status? Status { get; init; }
    public Channel Channel { get; init; }
    public Channel ReturnChannel { get; init; }
    public Level? Level { get; init; }

    /// <summary>Name of the field (lĩnh vực), NFC; all rows of one upload spell one field alike.</summary>
    public string? Field { get; init; }

    /// <summary>Procedure code, upper case, fit for a table key.</summary>
    public string? Procedure { get; init; }
    public bool? Digitised { get; init; }
    public bool? PaidOnline { get; init; }
}
