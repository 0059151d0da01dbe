namespace CCHC.Demo;

/// <summary>A desk's slips, spread over the quarter's days and taken one by one, each where there is enough to go wrong.</summary>
internal sealed class Slips
{
    // Below five rows no file is refused for its rows (design.md §8).
    private const int LeastRows = 7;

    private readonly Queue<(int Day, Slip Slip)> planned;
    private readonly int lastDay;

    public Slips(Desk desk, int days, Chance chance)
    {
        lastDay = days - 4;
        var slots = chance.Shuffled(Enumerable.Range(1, Math.Max(0, lastDay - 8))).Take(desk.Slips.Length).Order();
        planned = new(slots.Zip(chance.Shuffled(desk.Slips)));
    }

    public Slip? On(int day, int rows)
    {
        if (!planned.TryPeek(out var next) || day < next.Day || day > lastDay || rows < LeastRows)
            return null;
        return planned.Dequeue().Slip;
    }
}
