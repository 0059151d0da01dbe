using System.Globalization;

namespace CCHC.Pipeline.Periods;

/// <summary>Days and moments as people in Vietnam write them in short, whatever the culture.</summary>
public static class DayText
{
    private const string Format = "dd/MM/yyyy";

    /// <summary>"25/03/2022".</summary>
    public static string Of(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    public static string Of(DateOnly? day, string none) => day is { } known ? Of(known) : none;

    /// <summary>"25/03/2022 17:05", by Vietnam's clock.</summary>
    public static string WithTime(DateTimeOffset moment) =>
        InVietnam(moment).ToString(Format + " HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"17:05 ngày 25/03/2022".</summary>
    public static string InFull(DateTimeOffset moment) =>
        InVietnam(moment).ToString("HH:mm 'ngày' " + Format, CultureInfo.InvariantCulture);

    private static DateTimeOffset InVietnam(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, VietnamTime.Zone);
}
