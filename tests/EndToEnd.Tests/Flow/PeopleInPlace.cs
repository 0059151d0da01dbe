using CCHC.Pipeline.Tests.Samples;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Exports in which people stand where headers, titles, codes, states or dates should.</summary>
internal static class PeopleInPlace
{
    private const string Header =
        "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Hình thức nộp;Mức độ DVC;Số hóa;Mã TTHC;Chủ hồ sơ;Số điện thoại";
    private static readonly string[] Sound =
    [
        "000.19.05.H20-220310-0001",
        "10/03/2022",
        "",
        "Đang xử lý",
        "Trực tuyến",
        "Toàn trình",
        "Có",
        "1.001193",
        Planted.Person,
        Planted.Phone,
    ];

    public static IEnumerable<(string Name, string Lines)> Files =>
        [
            .. Header.Split(';').SelectMany((_, at) => InColumn(at)),
            ("nguoi-o-tieu-de-2022-03-10.csv", $"{Planted.Person}\nSố: {Planted.Phone}\n{Header}\n{Row(Sound)}\n"),
            ("nguoi-lam-tieu-de-2022-03-10.csv", $"{Header};{Planted.Person};{Planted.Phone}\n{Row(Sound)};x;y\n"),
            (
                "thieu-cot-co-nguoi-2022-03-10.csv",
                $"Mã hồ sơ;Trạng thái;{Planted.Identity};Chủ hồ sơ\nx;y;z;{Planted.Person}\n"
            ),
            (
                "khong-tieu-de-co-nguoi-2022-03-10.csv",
                string.Concat(
                    Enumerable.Repeat($"{Planted.Person};{Planted.Clerk};{Planted.Phone};{Planted.Address}\n", 9)
                )
            ),
            (
                "lech-phai-co-nguoi-2022-03-10.csv",
                Header + "\n" + string.Concat(Enumerable.Range(1, 9).Select(_ => $"{Planted.Person};{Row(Sound)}\n"))
            ),
            (
                "ket-thuc-co-nguoi-2022-03-10.csv",
                $"{Header}\n{Row(Sound)}\nTổng cộng: 1;{Planted.Person}\n;;;;{Planted.Clerk}\n"
            ),
            ("ngoac-kep-co-nguoi-2022-03-10.csv", $"{Header}\n{Row(Sound)}\n\"{Planted.Person};{Planted.Phone}\n"),
            (
                "trang-html-co-nguoi-2022-03-10.xls",
                $"<html><title>{Planted.Person}</title><p>{Planted.Phone}</p><table><tr><td>{Planted.Person}</td></tr></table></html>"
            ),
            ("xml-co-nguoi-2022-03-10.xls", $"<?xml version=\"1.0\"?><nguoi>{Planted.Person} {Planted.Phone}</nguoi>"),
        ];

    /// <summary>A name, a telephone number and an identity number in a column, for all rows and for one of many.</summary>
    private static IEnumerable<(string, string)> InColumn(int at)
    {
        string[] people = [Planted.Person, Planted.Phone, Planted.Identity, "=" + Planted.Person];
        foreach (var (number, planted) in people.Index())
        {
            string[] row = [.. Sound];
            row[at] = planted;
            var sound = Enumerable
                .Range(2, 8)
                .Select(n => Row(Sound).Replace("0001;", $"000{n};", StringComparison.Ordinal));
            yield return ($"cot-{at}-{number}-mot-2022-03-10.csv", string.Join('\n', [Header, Row(row), .. sound]));
            yield return (
                $"cot-{at}-{number}-het-2022-03-10.csv",
                string.Join('\n', [Header, .. Enumerable.Repeat(Row(row), 8)])
            );
        }
    }

    private static string Row(string[] cells) => string.Join(';', cells);
}
