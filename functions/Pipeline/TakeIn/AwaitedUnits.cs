using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Uploads refused only because their unit wasn't listed: a list that is mended or completed takes them in by itself,
/// nobody has to send them again.
/// </summary>
internal static class AwaitedUnits
{
    /// <summary>The code is not listed at all.</summary>
    private const string AnyHolder = "listed";

    /// <summary>What a receipt's metadata says of the unit it waits for; null when it waits for none.</summary>
    public static string? Note(Receipt receipt) =>
        receipt switch
        {
            { Outcome: not Outcome.Refused } => null,
            { Faults: [{ Code: FaultCodes.UnknownUnit }] } => AnyHolder,
            { Faults: [{ Code: FaultCodes.UnitNotValid }], AsOf: { } day } => IsoDay.Of(day),
            _ => null,
        };

    /// <summary>Whether the list has by now what a receipt with this note waits for.</summary>
    public static bool IsListed(string? note, string code, UnitRegister units) =>
        note is not null
        && (
            note == AnyHolder
                ? units.Knows(code)
                : IsoDay.TryParse(note, out var day) && units.HolderOn(code, day) is not null
        );
}
