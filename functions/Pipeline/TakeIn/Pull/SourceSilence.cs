namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>Tells from the failures in a row whether it is the source itself that fails, not one unit or day of it.</summary>
/// <param name="units">How many units it is asked for: each is asked for its newest day first.</param>
internal sealed class SourceSilence(int units)
{
    /// <summary>So many units without an answer at all: each costs minutes of waiting.</summary>
    private const int MostSilent = 5;

    /// <summary>So many answers that are failures, after each unit had its turn.</summary>
    private const int MostFailures = 30;
    private readonly HashSet<string> silent = new(StringComparer.Ordinal);
    private int silences;
    private int failures;

    public bool IsDown =>
        (silences >= MostSilent && silent.Count >= Math.Min(units, MostSilent)) || failures >= units + MostFailures;

    public void Note(PullResult result)
    {
        if (result.Outcome is not PullOutcome.Failed)
        {
            failures = 0;
            Heard();
            return;
        }
        failures++;
        if (!result.IsSilence)
        {
            Heard();
            return;
        }
        silences++;
        silent.Add(result.Unit);
    }

    private void Heard()
    {
        silences = 0;
        silent.Clear();
    }
}
