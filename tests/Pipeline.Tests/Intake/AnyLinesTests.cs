using System.Globalization;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Lines of any length, codes of any office, in any order: lines and cells are found, and each dossier is kept once.</summary>
public class AnyLinesTests
{
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    [Property(MaxTest = 200)]
    public void Dossiers_are_kept_once_by_code_as_their_lowest_line_says(int seed)
    {
        var random = new Random(seed);
        // Of one office in a fifth of the files, as a desk's are.
        var offices = random.Next(1, 6);
        var codes = Enumerable.Range(0, random.Next(1, 120)).Select(_ => Code(random, offices)).ToList();
        var lines = codes.Select((code, at) => (Code: code, Due: new DateOnly(2022, 3, 10).AddDays(at))).ToList();
        var end = LineEnds[random.Next(LineEnds.Length)];
        var text = string.Join(
            end,
            [
                "Mã hồ sơ;Ghi chú;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái",
                .. lines.Select(line => Line(random, line.Code, line.Due)),
            ]
        );
        var expected = lines
            .GroupBy(line => line.Code, StringComparer.Ordinal)
            .Select(line => (line.Key, line.Last().Due))
            .OrderBy(line => line.Key, StringComparer.Ordinal);
        AnExport
            .Read(text + (random.Next(2) == 0 ? end : ""))
            .Kept.Select(row => (row.Code, row.Due!.Value))
            .ShouldBe(expected);
    }

    private static string Line(Random random, string code, DateOnly due)
    {
        var note = new string('x', random.Next(3) == 0 ? random.Next(200) : 0);
        var quoted = random.Next(4) == 0 ? $"\"{note};\r\n{note}\"" : note;
        return string.Create(CultureInfo.InvariantCulture, $"{code};{quoted};10/03/2022;{due:dd/MM/yyyy};Đang xử lý");
    }

    /// <summary>Few enough for repetitions; offices, numbers and their lengths differ.</summary>
    private static string Code(Random random, int most)
    {
        string[] offices = ["000.19.05.H20", "H20", "H20.1", "H20.19.5", "000.20.05.H20"];
        var number = random.Next(60).ToString(CultureInfo.InvariantCulture).PadLeft(random.Next(4, 13), '0');
        return $"{offices[random.Next(most)]}-220310-{number}";
    }
}
