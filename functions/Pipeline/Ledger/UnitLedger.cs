using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Ledger;

/// <summary>An upload that a ledger holds.</summary>
public sealed record JoinedUpload(Stamp Stamp, int Reading, bool SpeaksForItsDay)
{
    public string JournalPath(string unit) =>
        Storage.Paths.Journal(unit, Stamp.AsOf, Stamp.UploadedAt, Stamp.Sha16, Reading);
}

/// <summary>
/// One unit's dossiers and running counts. The hot part is read and written whole at every take-in; dossiers long
/// closed rest in cold segments by the month in their code (docs/adr/0004).
/// </summary>
public sealed class UnitLedger(string unit, PeriodScheme scheme)
{
    public string Unit { get; } = unit;
    public PeriodScheme Scheme { get; } = scheme;
    public RowNames Names { get; } = new();

    /// <summary>Dossiers still moving, by code.</summary>
    public Dictionary<string, Dossier> Hot { get; } = new(StringComparer.Ordinal);

    /// <summary>Every upload that was joined, by stamp.</summary>
    public SortedDictionary<Stamp, JoinedUpload> Uploads { get; } = [];

    /// <summary>Uploads that were taken out: a take-in that still holds one must not join it.</summary>
    public SortedSet<Stamp> Withdrawn { get; } = [];

    /// <summary>Running counts of all periods, of hot and cold dossiers together.</summary>
    public TallySheet<Row> Sheet { get; } = new();

    /// <summary>Segments of archived dossiers.</summary>
    public SortedDictionary<string, ColdSegment> Cold { get; } = new(StringComparer.Ordinal);

    /// <summary>The calendar month (year × 12 + month − 1) for which archiving was last done.</summary>
    public int ArchivedMonth { get; set; }

    /// <summary>Rows whose publication is not known to be complete.</summary>
    public List<Pass> Unpublished { get; } = [];

    /// <summary>The unit's latest as-of date; null while no upload has spoken.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Days on which the unit exported.</summary>
    public IEnumerable<DateOnly> ExportDays =>
        Uploads.Values.Where(upload => upload.SpeaksForItsDay).Select(upload => upload.Stamp.AsOf).Distinct();

    /// <summary>Whether an earlier upload brought the same content for the same day.</summary>
    public bool HasEarlierCopyOf(Stamp stamp) =>
        Uploads.Keys.Any(other =>
            other.AsOf == stamp.AsOf && other.Sha == stamp.Sha && other.UploadedAt < stamp.UploadedAt
        );

    /// <summary>Whether another upload, earlier or later, brought the same content for the same day.</summary>
    public bool HasOtherCopyOf(Stamp stamp) =>
        Uploads.Keys.Any(other => other.AsOf == stamp.AsOf && other.Sha == stamp.Sha && other != stamp);
}

/// <summary>One archive of dossiers. A segment that no hot ledger names does not exist for any reader.</summary>
/// <param name="Sha16">The first 64 bits of its content's SHA-256: part of its blob's name.</param>
/// <param name="Dossiers">How many it holds, those that are hot again included.</param>
/// <param name="FirstReceived">The first received day of the counted ones that rest there.</param>
public sealed record ColdSegment(string Sha16, int Dossiers, DateOnly FirstReceived);
