using System.Collections.Frozen;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>
/// Phrases of a closed list. A text that is made of them and of small numbers names nobody, whatever people are called;
/// marks count, since they tell "Hòa" from "hóa", and a word of two that together are harmless ("trang thông tin") may
/// be somebody's name alone.
/// </summary>
internal sealed class ClosedVocabulary
{
    private const int LongestNumber = 5;
    private const string AnyNumber = "#";

    /// <summary>No phrase stands across one of these; any other sign is a word that no list has.</summary>
    private static readonly char[] Stops = [.. ".,;:!?/\\()[]\"'“”‘’«»–—-…·•&+%=<>*\n"];

    private readonly FrozenDictionary<string, string[][]> byFirst;

    public ClosedVocabulary(IEnumerable<string> phrases) =>
        byFirst = phrases
            .Select(phrase => WordsOf(Fold.Of(phrase)))
            .GroupBy(words => words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The phrases of a file of the Data folder, one a line.</summary>
    public static IEnumerable<string> Shipped(string file) =>
        Units
            .Shipped.Read(file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'));

    /// <summary>True where nothing but these phrases and small numbers is in the text.</summary>
    public bool Spells(string text) =>
        Array.TrueForAll(
            Fold.Of(text).Split(Stops, StringSplitOptions.RemoveEmptyEntries),
            part => IsTiled(WordsOf(part))
        );

    private bool IsTiled(string[] words)
    {
        var reached = new bool[words.Length + 1];
        reached[0] = true;
        for (var at = 0; at < words.Length; at++)
        {
            if (!reached[at])
                continue;
            reached[at + 1] |= IsNumber(words[at]);
            foreach (var phrase in byFirst.GetValueOrDefault(words[at], []))
            {
                if (StandsAt(words.AsSpan(at), phrase))
                    reached[at + phrase.Length] = true;
            }
        }
        return reached[^1];
    }

    private static bool StandsAt(ReadOnlySpan<string> words, string[] phrase)
    {
        if (words.Length < phrase.Length)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[i] != phrase[i] && !(phrase[i] == AnyNumber && IsNumber(words[i])))
                return false;
        }
        return true;
    }

    /// <summary>"3", "2022", and "1a" of a hamlet.</summary>
    private static bool IsNumber(string word)
    {
        var digits = word.Length > 1 && word[^1] is >= 'a' and <= 'e' ? word.AsSpan(0, word.Length - 1) : word;
        return digits.Length is > 0 and <= LongestNumber && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
