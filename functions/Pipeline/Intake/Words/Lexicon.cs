using System.Collections.Frozen;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>A <see cref="SourceProfile"/> made ready for reading; shared by all reads.</summary>
internal sealed class Lexicon
{
    private static readonly EqualityComparer<HeaderMeaning> OfOneColumn = EqualityComparer<HeaderMeaning>.Create(
        (one, other) => one.Column == other.Column,
        meaning => meaning.Column.GetHashCode()
    );
    private readonly List<string> totals;
    private readonly WordBook<bool> values;
    private readonly FrozenSet<string> headerWords;
    private readonly FrozenSet<string> allWords;

    public Lexicon(SourceProfile profile)
    {
        Profile = profile;
        Headers = new WordBook<HeaderMeaning>(profile.Headers.SelectMany(Meanings), OfOneColumn);
        Statuses = new ValueMap<Status>(profile.Statuses);
        Channels = new ValueMap<Channel>(profile.Channels);
        ReturnChannels = new ValueMap<Channel>(profile.ReturnChannels);
        Levels = new ValueMap<Level>(profile.Levels);
        YesNo = new ValueMap<bool>(profile.YesNo);
        totals = [.. profile.Totals.Select(word => Fold.Of(word)).SelectMany(word => new[] { word, Fold.Bare(word) })];
        values = new WordBook<bool>(ValuesOf(profile).Select(word => (word, true)));
        headerWords = profile
            .Headers.SelectMany(header => header.Names)
            .SelectMany(name => MarkedWordsOf(name))
            .ToFrozenSet(StringComparer.Ordinal);
        allWords = headerWords
            .Select(Fold.Bare)
            .Concat(ValuesOf(profile).SelectMany(WordsOf))
            .ToFrozenSet(StringComparer.Ordinal);
        KnownStatuses = string.Join(", ", profile.Statuses.GroupBy(status => status.Value).Select(ToldFirst));
    }

    public SourceProfile Profile { get; }
    public WordBook<HeaderMeaning> Headers { get; }
    public ValueMap<Status> Statuses { get; }
    public ValueMap<Channel> Channels { get; }
    public ValueMap<Channel> ReturnChannels { get; }
    public ValueMap<Level> Levels { get; }
    public ValueMap<bool> YesNo { get; }

    /// <summary>The known statuses, to tell a sender what was expected.</summary>
    public string KnownStatuses { get; }

    /// <summary>A word of the profile: nobody's personal data.</summary>
    public bool Knows(ReadOnlySpan<char> text) => IsValue(text) || Headers.TryGet(text, out _);

    /// <summary>The text of a value, so that it may stand in a row of data.</summary>
    public bool IsValue(ReadOnlySpan<char> text) => values.TryGet(text, out _);

    /// <summary>
    /// True for a text that may well be a header though it isn't a known one: every word of it stands in known ones. A
    /// single word is none, since many a header's word is somebody's name; marks count, since they tell "Toàn" from
    /// "toán".
    /// </summary>
    public bool SoundsLikeHeader(string text)
    {
        var words = MarkedWordsOf(text);
        return words.Length > 1 && Array.TrueForAll(words, headerWords.Contains);
    }

    /// <summary>Likewise of the words of values, too: several words, none of which is new.</summary>
    public bool SoundsKnown(string text)
    {
        var words = WordsOf(text);
        return words.Length > 1 && Array.TrueForAll(words, allWords.Contains);
    }

    public bool BeginsTotal(ReadOnlySpan<char> text)
    {
        var folded = Fold.Of(text);
        return totals.Exists(word => folded.StartsWith(word, StringComparison.Ordinal) && Ends(word, folded));
    }

    /// <summary>"Cộng lĩnh vực:" says a total only where nothing but counts stands beside it.</summary>
    public bool BeginsTotalOfGroup(ReadOnlySpan<char> text)
    {
        var folded = Fold.Of(text);
        return totals.Exists(word => folded.StartsWith(word + " ", StringComparison.Ordinal));
    }

    /// <summary>The first name of a column, to tell a sender what was expected.</summary>
    public string NameOf(Column column) => Profile.Headers.First(header => header.Column == column).Names[0];

    /// <summary>True when no text means one thing on one of the days and another on the other.</summary>
    public bool SpeaksAlikeOn(DateOnly one, DateOnly other) =>
        ReferenceEquals(Statuses.On(one), Statuses.On(other))
        && ReferenceEquals(Channels.On(one), Channels.On(other))
        && ReferenceEquals(ReturnChannels.On(one), ReturnChannels.On(other))
        && ReferenceEquals(Levels.On(one), Levels.On(other))
        && ReferenceEquals(YesNo.On(one), YesNo.On(other));

    /// <summary>"Tổng số hồ sơ: 12" and "Tổng: 12", but not the field "Tổng hợp".</summary>
    private static bool Ends(string word, string folded)
    {
        var rest = folded.AsSpan(word.Length);
        if (!word.Contains(' ', StringComparison.Ordinal))
            rest = rest.TrimStart(' ');
        return rest.IsEmpty || !char.IsLetter(rest[0]);
    }

    /// <summary>A status as people say it: not by a number.</summary>
    private static string ToldFirst(IEnumerable<ValueTexts<Status>> status)
    {
        var texts = status.SelectMany(value => value.Texts).ToList();
        return texts.Find(text => text.Any(char.IsLetter)) ?? texts[0];
    }

    private static string[] WordsOf(string text) => MarkedWordsOf(Fold.Bare(Fold.Of(text)));

    private static string[] MarkedWordsOf(string text) =>
        Fold.Of(text).Split([' ', '/', '(', ')', ',', '.'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string, HeaderMeaning)> Meanings(HeaderNames header, int group) =>
        header.Names.Select((name, index) => (name, new HeaderMeaning(header.Column, group, index, header.Fallback)));

    private static IEnumerable<string> ValuesOf(SourceProfile profile) =>
        profile
            .Statuses.SelectMany(value => value.Texts)
            .Concat(profile.Channels.SelectMany(value => value.Texts))
            .Concat(profile.ReturnChannels.SelectMany(value => value.Texts))
            .Concat(profile.Levels.SelectMany(value => value.Texts))
            .Concat(profile.YesNo.SelectMany(value => value.Texts));
}

/// <summary>What a header text means; among names of one column the lower group, then the lower rank, wins.</summary>
internal readonly record struct HeaderMeaning(Column Column, int Group, int Rank, bool Fallback);
