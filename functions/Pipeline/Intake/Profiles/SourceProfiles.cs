using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>
/// All profiles a reader may use, each prepared once: the default, those that come with the program and those of
/// staff. One that can't be read harms its own units only, whose files are then held back and never misread.
/// </summary>
public sealed class SourceProfiles
{
    private readonly List<Source> sources;
    private readonly Dictionary<string, Source> byUnit = new(StringComparer.Ordinal);

    private SourceProfiles(SourceProfile fallback, List<Source> sources)
    {
        this.sources = sources;
        Recognition = new Recognition(sources);
        Default = Source.Of(WithMarks(fallback, Recognition));
        foreach (var source in sources)
        {
            foreach (var unit in source.Units)
                byUnit[unit] = byUnit.TryGetValue(unit, out var other) ? Twice(unit, other, source) : source;
        }
    }

    /// <summary>The profiles that come with the program.</summary>
    public static SourceProfiles BuiltIn { get; } =
        new(SourceProfile.Default, [.. BuiltInProfiles.Texts.Select(text => Source.Of(Read(text, [])))]);

    /// <summary>What a profile's JSON may be (JSON Schema).</summary>
    public static string Schema => BuiltInProfiles.Schema;

    /// <summary>Every profile but the default.</summary>
    public IReadOnlyList<SourceProfile> All =>
        [.. sources.Select(source => source.Lexicon?.Profile).OfType<SourceProfile>()];

    /// <summary>What is wrong with stored profiles; for the log and for staff.</summary>
    public IReadOnlyList<string> Problems =>
        [.. sources.Concat(byUnit.Values).Select(source => source.Problem).Where(p => p.Length > 0).Distinct()];

    /// <summary>Codes of the units whose every export is a full list.</summary>
    public IReadOnlySet<string> ListUnits =>
        byUnit.Where(unit => unit.Value.Lexicon?.Profile.IsList ?? false).Select(unit => unit.Key).ToHashSet();

    internal Source Default { get; }

    internal Recognition Recognition { get; }

    /// <summary>One profile for everything.</summary>
    public static SourceProfiles Only(SourceProfile profile) => new(profile, []);

    /// <summary>The built-in profiles and those of staff, which stand for the built-in ones of their name.</summary>
    /// <param name="stored">JSON texts by the name under which they are stored.</param>
    public static SourceProfiles With(IEnumerable<StoredText> stored)
    {
        var bySlug = BuiltIn.sources.ToDictionary(source => Slug.Of(source.Name), StringComparer.Ordinal);
        foreach (var text in stored.OrderBy(text => text.Name, StringComparer.Ordinal))
        {
            var source = Read(text, bySlug.GetValueOrDefault(text.Name));
            bySlug[text.Name] = source;
        }
        return new(SourceProfile.Default, [.. bySlug.Values]);
    }

    /// <summary>Reads a profile of staff, over the built-in one of its name if there is one.</summary>
    /// <exception cref="InvalidDataException">The text isn't a profile; the message names the place.</exception>
    public static SourceProfile Parse(string json) => Read(json, BuiltIn.sources);

    /// <summary>The profile chosen for a unit; null where none was.</summary>
    internal Source? For(string unit) => byUnit.GetValueOrDefault(unit);

    private static Source Read(StoredText stored, Source? builtIn)
    {
        try
        {
            var profile = Read(stored.Text, BuiltIn.sources);
            if (Slug.Of(profile.Name) != stored.Name)
                throw new InvalidDataException(
                    $"name: \"{profile.Name}\" không khớp với tên lưu trữ \"{stored.Name}\"."
                );
            return Source.Of(profile);
        }
        catch (InvalidDataException fault)
        {
            return Leftover.Of(stored, builtIn?.Marks ?? [], fault.Message);
        }
    }

    private static SourceProfile Read(string text, List<Source> builtIn)
    {
        var json = JsonPlace.Parse(text);
        var name = ProfileReader.NameOf(json);
        if (Slug.Of(name) == Slug.Of(SourceProfile.DefaultName))
            throw new InvalidDataException($"name: tên \"{SourceProfile.DefaultName}\" dành cho mẫu có sẵn.");
        var own = builtIn.Find(source => Slug.Of(source.Name) == Slug.Of(name));
        var profile = ProfileReader.Read(json, own?.Lexicon?.Profile ?? SourceProfile.Default);
        _ = new Lexicon(profile);
        return profile;
    }

    /// <summary>The default knows all marks as headers, so that a row of them is seen to be a header.</summary>
    private static SourceProfile WithMarks(SourceProfile profile, Recognition recognition)
    {
        var known = new Lexicon(profile).Headers;
        var unknown = recognition.Marks.Where(mark => !known.TryGet(mark, out _)).ToList();
        return unknown.Count == 0
            ? profile
            : profile with
            {
                Headers = [.. profile.Headers, new HeaderNames(Column.Dropped, unknown)],
            };
    }

    private static Source Twice(string unit, Source one, Source other) =>
        Source.Unreadable(
            one.Name,
            $"Đơn vị {unit} có hai mẫu nguồn dữ liệu: '{one.Name}' và '{other.Name}'.",
            [unit],
            []
        );
}
