using System.Globalization;

namespace CCHC.Failure.Tests.Faults;

/// <summary>One request of an undisturbed run, by what it says and not by its number alone: requests sent side by side change places.</summary>
/// <param name="Line">Method and path.</param>
/// <param name="Occurrence">The how manieth of those that say the same, from 1.</param>
public sealed record SentRequest(string Line, int Occurrence)
{
    public override string ToString() => Occurrence == 1 ? Line : $"{Line} (time {Occurrence})";
}

/// <summary>Where a run is disturbed, and how.</summary>
/// <param name="Number">The request's number in the undisturbed run, from 1.</param>
/// <param name="Request">The request.</param>
/// <param name="Kind">What happens to it.</param>
public sealed record FaultPoint(int Number, SentRequest Request, FaultKind Kind)
{
    /// <summary>How it is named to repeat it.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Kind}");

    public bool IsKill => Kind is FaultKind.KilledBefore or FaultKind.KilledAfter;
}
