using System.Globalization;
using System.Text.Json;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>The window of a source as JSON: {"days": ["mon", …], "from": "18:00", "to": "22:00"}.</summary>
internal static class WindowReader
{
    private const string Expected =
        "\"window\" phải có dạng {\"days\": [\"mon\", \"fri\"], \"from\": \"18:00\", \"to\": \"22:00\"}; days gồm mon, tue, wed, thu, fri, sat, sun";

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] Members = ["days", "from", "to"];

    public static PullWindow Read(JsonElement source, List<string> faults)
    {
        if (!source.TryGetProperty("window", out var window))
            return PullWindow.Always;
        if (Read(window) is { } read)
            return read;
        faults.Add(Expected);
        return PullWindow.Always;
    }

    private static PullWindow? Read(JsonElement window)
    {
        if (window.ValueKind is not JsonValueKind.Object)
            return null;
        if (window.EnumerateObject().Any(member => !Members.Contains(member.Name, StringComparer.Ordinal)))
            return null;
        return
            DaysOf(window) is { } days
            && TimeOf(window, "from", TimeOnly.MinValue) is { } from
            && TimeOf(window, "to", TimeOnly.MaxValue) is { } to
            ? new(days, from, to)
            : null;
    }

    private static List<DayOfWeek>? DaysOf(JsonElement window)
    {
        if (!window.TryGetProperty("days", out var days))
            return [];
        if (days.ValueKind is not JsonValueKind.Array)
            return null;
        var named = days.EnumerateArray()
            .Select(day => Array.IndexOf(Days, day.ValueKind is JsonValueKind.String ? day.GetString() : ""))
            .ToList();
        return named.Count > 0 && !named.Contains(-1) ? [.. named.Select(day => (DayOfWeek)day)] : null;
    }

    private static TimeOnly? TimeOf(JsonElement window, string member, TimeOnly otherwise)
    {
        if (!window.TryGetProperty(member, out var value))
            return otherwise;
        return
            value.ValueKind is JsonValueKind.String
            && TimeOnly.TryParseExact(
                value.GetString(),
                "HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
            ? time
            : null;
    }
}
