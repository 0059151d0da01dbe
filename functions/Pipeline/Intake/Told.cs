using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Intake;

/// <summary>How days are told to a sender.</summary>
internal static class Told
{
    public static string Separator(char separator) =>
        separator switch
        {
            ',' => "dấu phẩy (,)",
            ';' => "dấu chấm phẩy (;)",
            '\t' => "dấu tab",
            '|' => "dấu gạch đứng (|)",
            _ => $"dấu '{separator}'",
        };

    public static string Day(DateOnly? day) => DayText.Of(day, "");
}
