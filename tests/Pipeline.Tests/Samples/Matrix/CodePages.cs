using System.Text;
using System.Text.Json;

namespace CCHC.Pipeline.Tests.Samples.Matrix;

/// <summary>Text as systems encode it; the legacy letters come from real encoders by way of the script.</summary>
internal static class CodePages
{
    private static readonly Dictionary<string, Dictionary<char, byte[]>> Tables = Load();
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Encodings of text files.</summary>
    public static IReadOnlyList<string> OfText =>
        ["utf-8", "utf-8-bom", "utf-16", "utf-16-be", "nfd", "mojibake", .. Tables.Keys];

    /// <summary>What the texts in a workbook or a page may be images of.</summary>
    public static IReadOnlyList<string> OfCells => ["unicode", "nfd", "tcvn3", "vni", "mojibake"];

    public static byte[] Encode(string text, string encoding) =>
        encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16-be" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "nfd" => Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD)),
            "mojibake" => Encoding.UTF8.GetBytes(Mojibake(text)),
            _ => [.. text.SelectMany(c => Tables[encoding].TryGetValue(c, out var code) ? code : [checked((byte)c)])],
        };

    /// <summary>A text as the cells of a workbook hold it.</summary>
    public static string Image(string text, string encoding) =>
        encoding switch
        {
            "unicode" => text,
            "nfd" => text.Normalize(NormalizationForm.FormD),
            "mojibake" => Mojibake(text),
            _ => Windows1252.GetString(Encode(text, encoding)),
        };

    private static string Mojibake(string text) => Windows1252.GetString(Encoding.UTF8.GetBytes(text));

    private static Dictionary<string, Dictionary<char, byte[]>> Load()
    {
        var tables = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            SampleFolder.Bytes("matrix", "codepages.json")
        )!;
        return tables.ToDictionary(
            table => table.Key,
            table => table.Value.ToDictionary(letter => letter.Key[0], letter => Convert.FromHexString(letter.Value))
        );
    }
}
