using System.Globalization;
using System.Text;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Writes texts in the encodings of old exports: a letter to its bytes, by tables of other people's encoders.</summary>
internal static class AnEncoding
{
    public const string Lower = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
    public const string Tcvn3Capitals = "ĂÂĐÊÔƠƯ";

    // GNU libc's iconv, from UTF-8 to TCVN5712-1:1993, of which TCVN3 has these.
    private const string Tcvn3Bytes =
        "àb5 ảb6 ãb7 áb8 ạb9 ăa8 ằbb ẳbc ẵbd ắbe ặc6 âa9 ầc7 ẩc8 ẫc9 ấca ậcb đae ècc ẻce ẽcf éd0 ẹd1 êaa ềd2 ểd3 ễd4 "
        + "ếd5 ệd6 ìd7 ỉd8 ĩdc ídd ịde òdf ỏe1 õe2 óe3 ọe4 ôab ồe5 ổe6 ỗe7 ốe8 ộe9 ơac ờea ởeb ỡec ớed ợee ùef ủf1 ũf2 "
        + "úf3 ụf4 ưad ừf5 ửf6 ữf7 ứf8 ựf9 ỳfa ỷfb ỹfc ýfd ỵfe Ăa1 Âa2 Đa7 Êa3 Ôa4 Ơa5 Ưa6";

    // GNU libc's iconv, from UTF-8 to VISCII.
    private const string VisciiBytes =
        "àe0 ảe4 ãe3 áe1 ạd5 ăe5 ằa2 ẳc6 ẵc7 ắa1 ặa3 âe2 ầa5 ẩa6 ẫe7 ấa4 ậa7 đf0 èe8 ẻeb ẽa8 ée9 ẹa9 êea ềab ểac ễad "
        + "ếaa ệae ìec ỉef ĩee íed ịb8 òf2 ỏf6 õf5 óf3 ọf7 ôf4 ồb0 ổb1 ỗb2 ốaf ộb5 ơbd ờb6 ởb7 ỡde ớbe ợfe ùf9 ủfc ũfb "
        + "úfa ụf8 ưdf ừd7 ửd8 ữe6 ứd1 ựf1 ỳcf ỷd6 ỹdb ýfd ỵdc Àc0 Ảc4 Ãc3 Ác1 Ạ80 Ăc5 Ằ82 Ẳ02 Ẵ05 Ắ81 Ặ83 Âc2 Ầ85 Ẩ86 "
        + "Ẫ06 Ấ84 Ậ87 Đd0 Èc8 Ẻcb Ẽ88 Éc9 Ẹ89 Êca Ề8b Ể8c Ễ8d Ế8a Ệ8e Ìcc Ỉ9b Ĩce Ícd Ị98 Òd2 Ỏ99 Õa0 Ód3 Ọ9a Ôd4 Ồ90 "
        + "Ổ91 Ỗ92 Ố8f Ộ93 Ơb4 Ờ96 Ở97 Ỡb3 Ớ95 Ợ94 Ùd9 Ủ9c Ũ9d Úda Ụ9e Ưbf Ừbb Ửbc Ữff Ứba Ựb9 Ỳ9f Ỷ14 Ỹ19 Ýdd Ỵ1e";

    // VNI's own table, letter by letter.
    private const string VniLetters =
        "àaø ảaû ãaõ áaù ạaï ăaê ằaè ẳaú ẵaü ắaé ặaë âaâ ầaà ẩaå ẫaã ấaá ậaä đñ èeø ẻeû ẽeõ éeù ẹeï êeâ ềeà ểeå ễeã ếeá "
        + "ệeä ìì ỉæ ĩó íí ịò òoø ỏoû õoõ óoù ọoï ôoâ ồoà ổoå ỗoã ốoá ộoä ơô ờôø ởôû ỡôõ ớôù ợôï ùuø ủuû ũuõ úuù ụuï ưö "
        + "ừöø ửöû ữöõ ứöù ựöï ỳyø ỷyû ỹyõ ýyù ỵî";

    private static readonly Dictionary<char, string> Tcvn3 = FromBytes(Tcvn3Bytes);
    private static readonly Dictionary<char, string> Viscii = FromBytes(VisciiBytes);
    private static readonly Dictionary<char, string> Vni = FromBytesOf(
        $"{VniLetters} {VniLetters.ToUpperInvariant()}",
        written => written
    );
    private static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string> Names => ["TCVN3 (ABC)", "VISCII", "VNI", "Windows-1258"];

    public static byte[] Write(string text, string encoding) =>
        encoding switch
        {
            "TCVN3 (ABC)" => Letters(text, Tcvn3),
            "VISCII" => Letters(text, Viscii),
            "VNI" => Letters(text, Vni),
            "Windows-1258" => Windows1258.GetBytes(TonesApart(text)),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        };

    /// <summary>What a program that knows only Windows-1252 shows for those bytes.</summary>
    public static string Image(string text, string encoding) => Windows1252.GetString(Write(text, encoding));

    public static string Misread(string text) => Windows1252.GetString(Encoding.UTF8.GetBytes(text));

    public static string MisreadAsLatin1(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Every letter with its tone as a mark behind it, all other marks on the letter.</summary>
    private static string TonesApart(string text)
    {
        const string Tones = "\u0300\u0301\u0303\u0309\u0323";
        var apart = new StringBuilder();
        foreach (var letter in text.Select(c => $"{c}".Normalize(NormalizationForm.FormD)))
            apart
                .Append(string.Concat(letter.Where(c => !Tones.Contains(c))).Normalize())
                .Append(string.Concat(letter.Where(Tones.Contains)));
        return apart.ToString();
    }

    private static byte[] Letters(string text, Dictionary<char, string> letters) =>
        Encoding.Latin1.GetBytes(string.Concat(text.Select(c => c < 128 ? $"{c}" : letters[c])));

    private static Dictionary<char, string> FromBytes(string table) =>
        FromBytesOf(table, hex => $"{(char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");

    private static Dictionary<char, string> FromBytesOf(string table, Func<string, string> written) =>
        table.Split(' ').ToDictionary(pair => pair[0], pair => written(pair[1..]));
}
