using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Periods;
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
        Form().Match(name) is { Success: true } match && IsoDay.TryParse(match.Groups["day"].ValueSpan, out _);

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

    /// <summary>
    /// What a ledger names and the journal lacks, markers first: lost, as a ledger is saved after its entries and markers.
    /// </summary>
    /// <param name="stored">Read before the journal was listed.</param>
    /// <param name="places">All that the journal has of the unit.</param>
    public static IReadOnlyList<JournalPlace> Lost(UnitLedger stored, IReadOnlyList<JournalPlace> places)
    {
        var withdrawn = places.Where(place => place.IsWithdrawn).Select(place => place.Stamp).ToHashSet();
        var read = places.ToDictionary(place => place.Stamp, place => place.Reading);
        return
        [
            .. stored
                .Withdrawn.Where(stamp => !withdrawn.Contains(stamp))
                .Select(stamp => new JournalPlace(stored.Unit, stamp, 0, IsWithdrawn: true)),
            .. stored
                .Uploads.Values.Where(upload =>
                    !withdrawn.Contains(upload.Stamp) && read.GetValueOrDefault(upload.Stamp) < upload.Reading
                )
                .Select(upload => new JournalPlace(stored.Unit, upload.Stamp, upload.Reading, IsWithdrawn: false)),
        ];
    }

    private static JournalPlace Parse(string upload)
    {
        var parts = upload.Split('/', '-');
        var asOf = string.Join('-', parts[^5..^2]);
        var stamp = new Stamp(
            IsoDay.Parse(asOf),
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
public sealed record UnitJournal(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<Stamp> Withdrawn)
{
    public IReadOnlyList<JournalPlace> PlacesOf(string unit) =>
        [
            .. Entries.Select(entry => new JournalPlace(unit, entry.Stamp, entry.Reading, IsWithdrawn: false)),
            .. Withdrawn.Select(stamp => new JournalPlace(unit, stamp, 0, IsWithdrawn: true)),
        ];
}
