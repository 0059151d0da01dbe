using System.Globalization;

namespace CCHC.Pipeline.Ledger;

/// <summary>In which cold segment a dossier rests: a pure function of its code, so that it is found by its code alone.</summary>
public static class Segments
{
    private const uint Buckets = 16;

    /// <summary>The month of the day of reception inside the code (TT 01/2018, Đ19), else one of sixteen buckets.</summary>
    public static string Of(string code)
    {
        var last = code.LastIndexOf('-');
        var day = last >= 6 ? code.AsSpan(last - 6, 6) : [];
        var hasDay = DateOnly.TryParseExact(day, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return hasDay ? $"20{day[..2]}-{day[2..4]}" : $"x{Bucket(code):x}";
    }

    /// <summary>FNV-1a: the same on every machine and in every version, unlike string hash codes.</summary>
    private static uint Bucket(string code)
    {
        var hash = 2166136261u;
        foreach (var c in code)
            hash = (hash ^ c) * 16777619u;
        return hash % Buckets;
    }
}
