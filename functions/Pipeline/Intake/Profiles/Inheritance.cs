using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>
/// Lays a profile over what it inherits: its own texts come first, and what it says about a text is all that is said
/// about it, on every day and also where the inherited text differs in its diacritics only but means something else.
/// </summary>
internal static class Inheritance
{
    public static List<HeaderNames> Headers(List<HeaderNames> own, IReadOnlyList<HeaderNames> inherited)
    {
        var said = new OwnTexts<Column>(own.SelectMany(names => names.Names.Select(name => (name, names.Column))));
        var left = inherited.Select(names =>
            names with
            {
                Names = [.. names.Names.Where(name => !said.Override(name, names.Column))],
            }
        );
        return [.. own, .. left.Where(names => names.Names.Count > 0)];
    }

    public static List<ValueTexts<T>> Values<T>(List<ValueTexts<T>> own, IReadOnlyList<ValueTexts<T>> inherited)
        where T : struct
    {
        var said = new OwnTexts<T>(own.SelectMany(value => value.Texts.Select(text => (text, value.Value))));
        var left = inherited.Select(value =>
            value with
            {
                Texts = [.. value.Texts.Where(text => !said.Override(text, value.Value))],
            }
        );
        return [.. own, .. left.Where(value => value.Texts.Count > 0)];
    }

    /// <summary>Makes what would fail for a text with two meanings, and names the place.</summary>
    public static void RefuseTwoMeanings(JsonPlace place, Func<object> make)
    {
        try
        {
            _ = make();
        }
        catch (InvalidDataException fault)
        {
            throw place.Fault(fault.Message.TrimEnd('.'));
        }
    }

    /// <summary>The texts a profile says something about.</summary>
    private sealed class OwnTexts<T>
    {
        private readonly HashSet<string> folded = new(StringComparer.Ordinal);
        private readonly ILookup<string, T> bare;

        public OwnTexts(IEnumerable<(string Text, T Meaning)> texts)
        {
            var all = texts.Select(text => (Folded: Fold.Of(text.Text), text.Meaning)).ToList();
            folded.UnionWith(all.Select(text => text.Folded));
            bare = all.ToLookup(text => Fold.Bare(text.Folded), text => text.Meaning, StringComparer.Ordinal);
        }

        public bool Override(string text, T meaning)
        {
            var form = Fold.Of(text);
            return folded.Contains(form) || bare[Fold.Bare(form)].Any(own => !Equals(own, meaning));
        }
    }
}
