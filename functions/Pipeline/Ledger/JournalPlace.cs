using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>One upload in a unit's journal, as the listing alone shows it.</summary>
/// <param name="Unit">Unit id.</param>
/// <param name="Stamp">Of the upload.</param>
/// <param name="Reading">The greatest reading; 0 when there is none but a marker.</param>
/// <param name="IsWithdrawn">Whether a marker takes it out.</param>
public sealed partial record JournalPlace(string Unit, Stamp Stamp, int Reading, bool IsWithdrawn)
{
    private const string WithdrawnSuffix = "withdrawn";

    /// <summary>Whether ledgers are derived from it.</summary>
    public bool Counts => Reading > 0 && !IsWithdrawn;

    /// <summary>Of the greatest reading.</summary>
    public string Path => Paths.Journal(Unit, Stamp.AsOf, Stamp.UploadedAt, Stamp.Sha16, Reading);

    /// <summary>Whether a blob can be an entry or a marker: {unit}/{as-of}/{uploaded at}-{sha16}.{reading or "withdrawn"}.</summary>
    public static bool IsPlace(string name) =>
        Form().Match(name) is { Success: true } match
        && DateOnly.TryParseExact(
            match.Groups["day"].ValueSpan,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    /// <summary>The uploads that these blobs speak of, by unit and stamp.</summary>
    public static IReadOnlyList<JournalPlace> Of(IEnumerable<string> names)
    {
        var places = new SortedDictionary<string, JournalPlace>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var dot = name.LastIndexOf('.');
            var (upload, suffix) = (name[..dot], name[(dot + 1)..]);
            var place = places.TryGetValue(upload, out var known) ? known : Parse(upload);
            places[upload] =
                suffix == WithdrawnSuffix
                    ? place with
                    {
                        IsWithdrawn = true,
                    }
                    : place with
                    {
                        Reading = Math.Max(int.Parse(suffix, CultureInfo.InvariantCulture), place.Reading),
                    };
        }
        return [.. places.Values];
    }

    private static JournalPlace Parse(string upload)
    {
        var parts = upload.Split('/', '-');
        var asOf = string.Join('-', parts[^5..^2]);
        var stamp = new Stamp(
            DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            long.Parse(parts[^2], CultureInfo.InvariantCulture),
            ulong.Parse(parts[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        );
        return new(upload[..upload.IndexOf('/', StringComparison.Ordinal)], stamp, 0, IsWithdrawn: false);
    }

    [GeneratedRegex(
        @"\A[^/]+/(?<day>[0-9-]{10})/[0-9]{1,18}-[0-9a-f]{16}\.([1-9][0-9]{0,8}|withdrawn)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}

/// <summary>All that a unit's journal says.</summary>
/// <param name="Entries">Per upload the greatest reading, withdrawn uploads left out.</param>
/// <param name="Withdrawn">Stamps of the withdrawn uploads.</param>
public sealed record UnitJournal(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<Stamp> Withdrawn);
