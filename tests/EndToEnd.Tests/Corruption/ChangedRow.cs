using System.Globalization;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>What somebody might change a value to who knows its kind: as plausible as it was.</summary>
internal static class ChangedRow
{
    public static object Other(object value) =>
        value switch
        {
            int number => number == int.MaxValue ? 0 : number + 1,
            long number => number == long.MaxValue ? 0 : number + 1,
            double number => Math.BitIncrement(number),
            bool truth => !truth,
            DateTimeOffset moment => moment.AddMinutes(1),
            Guid id => id == Guid.Empty ? new Guid(1, 0, 0, new byte[8]) : Guid.Empty,
            byte[] bytes => (byte[])[.. bytes, 0],
            string text => Other(text),
            _ => throw new NotSupportedException($"{value.GetType()} is no kind of a cell."),
        };

    private static string Other(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // The last digit, so that JSON stays JSON; else a letter more.
        var at = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        return at < 0 ? text + "x" : $"{text[..at]}{(char)('0' + ((text[at] - '0' + 1) % 10))}{text[(at + 1)..]}";
    }
}
