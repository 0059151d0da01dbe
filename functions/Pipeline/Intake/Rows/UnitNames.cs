using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Finds units by their whole names; names differ by one letter, so nothing less than equal counts.</summary>
internal sealed partial class UnitNames
{
    private readonly Dictionary<string, List<Unit>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Unit>>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>How else a row tells whose it is.</summary>
    public AgencyParts Agencies { get; }

    public UnitNames(UnitRegister units)
    {
        Agencies = new AgencyParts(units);
        lookup = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var unit in units.All)
        {
            var name = Fold.Of(unit.Name);
            Add(unit.Name, unit);
            Add(name, unit);
            Add(Fold.Bare(name), unit);
            Add(unit.Code.Text, unit);
        }
    }

    /// <summary>All units that a text names.</summary>
    public IReadOnlyList<Unit> Named(ReadOnlySpan<char> text) =>
        lookup.TryGetValue(text, out var units) ? units : byName.GetValueOrDefault(Fold.Of(text), []);

    /// <summary>The units whose name stands behind the words for their office and before those for their district.</summary>
    public IReadOnlyList<Unit> WithOffice(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestTitle)
            return [];
        foreach (var (start, end, units, words) in NamesIn(Fold.Of(text)))
        {
            var before = Fold.Bare(string.Join(' ', words[..start]));
            var after = Fold.Bare(string.Join(' ', words[end..]));
            if (Office().IsMatch(before) && (after.Length == 0 || District().IsMatch(after)))
                return units;
        }
        return [];
    }

    /// <summary>The one other unit that titles name, where they don't name the own one.</summary>
    public Unit? OtherIn(IReadOnlyList<string> titles, Unit own)
    {
        Unit? other = null;
        foreach (var title in titles.Where(title => title.Length <= LongestTitle))
        {
            foreach (var (_, end, units, words) in NamesIn(Fold.Of(title)))
            {
                if (units.Contains(own) || (other is not null && !units.Contains(other)))
                    return null;
                other = EndsName(words, end) ? units[0] : other;
            }
        }
        return other;
    }

    /// <summary>Behind a name stands nothing, its district, or the time the list speaks of; never a part of a longer name.</summary>
    private static bool EndsName(string[] words, int end) =>
        end == words.Length || AfterName().IsMatch(Fold.Bare(words[end]));

    /// <summary>The longest listed names that begin at a word, one behind another.</summary>
    private IEnumerable<(int Start, int End, IReadOnlyList<Unit> Units, string[] Words)> NamesIn(string folded)
    {
        var words = Between().Replace(folded, " $0 ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < words.Length; start++)
        {
            for (var length = Math.Min(LongestName, words.Length - start); length >= ShortestName; length--)
            {
                var name = string.Join(' ', words[start..(start + length)]);
                if (!byName.TryGetValue(name, out var units))
                    continue;
                yield return (start, start + length, units, words);
                start += length - 1;
                break;
            }
        }
    }

    private const int LongestTitle = 400;
    private const int LongestName = 8;

    /// <summary>Words: a code alone, or one word, names nobody in a sentence.</summary>
    private const int ShortestName = 2;
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Marks that stand right at a word.</summary>
    [GeneratedRegex(@"[-–—,;:.()/|&]", Plain)]
    private static partial Regex Between();

    /// <summary>Words for the office of a unit, compared without diacritics.</summary>
    [GeneratedRegex(
        @"^((ubnd|uy ban nhan dan|hdnd|va|cua|bo phan|tiep nhan|tra|ket qua|tn|tkq|tntkq|tn tkq|giai quyet|ho so|mot cua|bphan|trung tam|phuc vu|hanh chinh|cong|dich vu cong|van phong|co quan|don vi|[-–—,;:.()/|&]) ?)*$",
        Plain
    )]
    private static partial Regex Office();

    /// <summary>The district or province behind a name.</summary>
    [GeneratedRegex(@"^[-–—,;:.(/| ]*(huyen|h|tinh|t|thi xa|tx|thanh pho|tp|quan|q)( |\.|$)", Plain)]
    private static partial Regex District();

    [GeneratedRegex(
        @"^([-–—,;:.()/|]|huyen|tinh|thi|thanh|quan|nam|quy|thang|ngay|tu|den|tuan|ky|h|t|tp|tx|q)$",
        Plain
    )]
    private static partial Regex AfterName();

    private void Add(string name, Unit unit)
    {
        if (!byName.TryGetValue(name, out var units))
            byName[name] = units = [];
        if (!units.Contains(unit))
            units.Add(unit);
    }
}
