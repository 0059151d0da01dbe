using System.Globalization;

namespace CCHC.Cli.Printing;

/// <summary>Progress where no bar can be drawn: a line at every fifth of the way.</summary>
internal sealed class ProgressLines(string title, int total, Action<string> tell)
{
    private const int Lines = 5;
    private int _done;

    public void Step()
    {
        var done = Interlocked.Increment(ref _done);
        if (done * Lines / total > (done - 1) * Lines / total)
            tell(string.Create(CultureInfo.InvariantCulture, $"{title}: {done}/{total}"));
    }
}
