using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Units;

/// <summary>Column mail of staff's lists: addresses, separated by ';'.</summary>
public static partial class MailAddresses
{
    /// <summary>A mail's row holds them all, and each must fit into it.</summary>
    public const int Most = 20;

    private const int LongestAddress = 254;

    /// <summary>The column as it stands, if each of it is an address.</summary>
    /// <exception cref="InvalidDataException">One is none, or there are too many; names the line.</exception>
    public static string Parse(CsvLine line)
    {
        var all = line["mail"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (all.FirstOrDefault(each => each.Length > LongestAddress || !Address().IsMatch(each)) is { } wrong)
            throw line.Fault(
                $"cột mail: \"{wrong}\" không phải là một địa chỉ thư dạng ten@xa.gov.vn; nhiều địa chỉ thì cách nhau bằng dấu chấm phẩy"
            );
        if (all.Length > Most)
            throw line.Fault($"cột mail: có {all.Length} địa chỉ, nhiều nhất là {Most}");
        return string.Join(';', all);
    }

    [GeneratedRegex(
        @"^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();
}
