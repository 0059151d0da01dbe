using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.TakeIn;

/// <summary>An upload that another reading told otherwise.</summary>
public sealed record RetakenUpload(Receipt Before, Receipt After);

/// <summary>What reading uploads again came to.</summary>
/// <param name="Changed">Uploads whose outcome, figures or kept rows are other ones now.</param>
/// <param name="Present">The receipts of all that were read again, as they stand now.</param>
/// <param name="Withdrawn">Uploads that stay withdrawn.</param>
/// <param name="Waiting">Uploads that have no final receipt yet: the sweep reads them anyway.</param>
/// <param name="Gone">Uploads deleted after 30 days, which can't be read again.</param>
public sealed record Retaken(
    IReadOnlyList<RetakenUpload> Changed,
    IReadOnlyList<Receipt> Present,
    int Withdrawn,
    int Waiting,
    int Gone
)
{
    /// <summary>Uploads that are read, and of which nothing can be told while their unit can't be derived.</summary>
    public int Untold { get; init; }

    /// <summary>Desks of which some uploads could not be read again; all others were.</summary>
    public IReadOnlyList<(string Code, Exception Why)> Failures { get; init; } = [];

    /// <summary>The same for people, by code.</summary>
    public IEnumerable<UnitTrouble> Troubles =>
        Failures
            .Select(failed => UnitTrouble.Of(failed.Code, failed.Why))
            .OrderBy(trouble => trouble.Unit, StringComparer.Ordinal);

    public static Retaken Nothing { get; } = new([], [], 0, 0, 0);

    public Retaken And(Retaken other) =>
        new(
            [.. Changed, .. other.Changed],
            [.. Present, .. other.Present],
            Withdrawn + other.Withdrawn,
            Waiting + other.Waiting,
            Gone + other.Gone
        )
        {
            Failures = [.. Failures, .. other.Failures],
            Untold = Untold + other.Untold,
        };
}
