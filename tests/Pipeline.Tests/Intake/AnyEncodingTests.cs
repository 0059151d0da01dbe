using System.Text;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Intake;

public class AnyEncodingTests
{
    private const string Header = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Lĩnh vực\n";
    private const string Ascii = "bcdghklmnpqrstvxaeiouy";
    private static readonly string[] Separators = [" ", ", ", "; ", " - ", " (", ") ", "/", "; \"\"", "\tvà "];
    private static readonly string[] Encodings = ["TCVN3 (ABC)", "VISCII", "VNI", "Windows-1258"];

    /// <summary>Words of any Vietnamese letters, small, capital or with a capital first, come back as they were.</summary>
    [Property(MaxTest = 300)]
    public void Any_text_comes_back_from_any_encoding(int seed)
    {
        var random = new Random(seed);
        foreach (var encoding in Encodings)
        {
            var field = Words(random, hasTonedCapitals: encoding != Encodings[0]);
            ShouldBe(AnEncoding.Write(Csv(field), encoding), field);
            ShouldBe(AnEncoding.Image(Csv(field), encoding), field);
        }
    }

    [Property(MaxTest = 100)]
    public void Any_text_comes_back_from_a_misreading(int seed)
    {
        var field = Words(new Random(seed), hasTonedCapitals: true);
        ShouldBe(AnEncoding.Misread(Csv(field)), field);
        ShouldBe(AnEncoding.MisreadAsLatin1(Csv(field)), field);
    }

    [Property(MaxTest = 300)]
    public void No_bytes_make_it_throw(byte[] bytes, int seed)
    {
        var random = new Random(seed);
        var content = AnEncoding.Write(Csv("Hộ tịch"), Encodings[random.Next(Encodings.Length)]);
        var at = random.Next(content.Length);
        AnExport.Read([.. content[..at], .. bytes, .. content[at..]]);
        AnExport.Read(bytes);
    }

    private static void ShouldBe(string content, string field) => ShouldBe(Encoding.UTF8.GetBytes(content), field);

    private static void ShouldBe(byte[] content, string field)
    {
        var known = field.Replace("\"\"", "\"", StringComparison.Ordinal).Replace('\t', ' ');
        AnExport.FieldOf(content, known).ShouldBe(known);
    }

    private static string Csv(string field) => $"{Header}{AnExport.Dossier};10/03/2022;Đang xử lý;\"{field}\"\n";

    private static string Words(Random random, bool hasTonedCapitals)
    {
        var text = new StringBuilder("Về");
        for (var words = random.Next(1, 12); words > 0; words--)
            text.Append(Separators[random.Next(Separators.Length)]).Append(Word(random, hasTonedCapitals));
        return text.ToString();
    }

    private static string Word(Random random, bool hasTonedCapitals)
    {
        var letters = Ascii + AnEncoding.Lower;
        var word = new string(random.GetItems(letters.AsSpan(), random.Next(1, 7)));
        var capital = hasTonedCapitals ? word.ToUpperInvariant() : Capital(word[0]) + word[1..];
        return random.Next(3) switch
        {
            0 => capital,
            1 => capital[0] + word[1..],
            _ => word,
        };
    }

    private static string Capital(char small) =>
        char.IsAscii(small) || AnEncoding.Tcvn3Capitals.Contains(char.ToUpperInvariant(small))
            ? $"{char.ToUpperInvariant(small)}"
            : $"{small}";
}
