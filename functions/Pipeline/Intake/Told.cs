using System.Globalization;

namespace CCHC.Pipeline.Intake;

/// <summary>How days are told to a sender.</summary>
internal static class Told
{
    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}
