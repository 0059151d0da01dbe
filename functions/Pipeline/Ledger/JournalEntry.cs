using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Ledger;

/// <summary>One upload's kept rows: the truth from which ledgers and figures are derived (design.md §3).</summary>
public sealed record JournalEntry
{
    /// <summary>Unit id.</summary>
    public required string Unit { get; init; }
    public required Stamp Stamp { get; init; }

    /// <summary>The whole SHA-256 of the uploaded content, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How often the upload had been read when this was written; the greatest counts.</summary>
    public int Reading { get; init; } = 1;

    /// <summary>The upload's file name.</summary>
    public required string File { get; init; }
    public required KeptColumns Columns { get; init; }

    /// <summary>Whether the upload moves the unit's as-of: with an accepted row, or with a header and no rows.</summary>
    public required bool SpeaksForItsDay { get; init; }

    /// <summary>One row per dossier, sorted by code.</summary>
    public required IReadOnlyList<KeptRow> Rows { get; init; }

    /// <summary>Says nothing: what an upload's place holds after a later reading found nothing for it there.</summary>
    public bool IsEmpty => Rows.Count == 0 && !SpeaksForItsDay;

    public string Path => Storage.Paths.Journal(Unit, Stamp.AsOf, Stamp.UploadedAt, Stamp.Sha16, Reading);

    public static JournalEntry Of(ExportReading reading) =>
        new()
        {
            Unit = reading.Unit!.Id,
            Stamp = Stamp.Of(reading.AsOf, reading.Upload.UploadedAt, reading.Upload.Sha256),
            Sha256 = reading.Upload.Sha256,
            File = reading.Upload.File,
            Columns = reading.Columns,
            SpeaksForItsDay = reading.SpeaksForItsDay,
            Rows = reading.Kept,
        };

    /// <summary>The same upload, read as saying nothing.</summary>
    public JournalEntry Emptied() => this with { Rows = [], SpeaksForItsDay = false, Columns = KeptColumns.None };
}
