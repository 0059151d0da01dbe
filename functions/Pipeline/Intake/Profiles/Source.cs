using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>A profile ready for reading, or one that can't be read and must not be replaced by a guess.</summary>
/// <param name="Name">As receipts name it.</param>
/// <param name="Lexicon">Its words; null where it can't be read.</param>
/// <param name="Problem">Why it can't be read; "" where it can.</param>
/// <param name="Units">Codes of the units it was chosen for, as far as they can be made out.</param>
/// <param name="Marks">Headers by which it is recognised, likewise.</param>
internal sealed record Source(
    string Name,
    Lexicon? Lexicon,
    string Problem,
    IReadOnlyList<string> Units,
    IReadOnlyList<string> Marks
)
{
    /// <summary>Prepares a profile.</summary>
    /// <exception cref="InvalidDataException">A text has two meanings.</exception>
    public static Source Of(SourceProfile profile) =>
        new(profile.Name, new Lexicon(profile), "", profile.Units, profile.RecognisedBy);

    public static Source Unreadable(
        string name,
        string problem,
        IReadOnlyList<string> units,
        IReadOnlyList<string> marks
    ) => new(name, null, problem, units, marks);
}
