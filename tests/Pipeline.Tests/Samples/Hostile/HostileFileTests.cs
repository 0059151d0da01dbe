using System.Text;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Tests.Samples.Fuzz;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>
/// Every hostile file gets its outcome of design.md §8, here at a fraction of the largest size. Time and memory at
/// full size are measured by `dotnet run -c Release --project tests/Benchmarks -- hostile`.
/// </summary>
public class HostileFileTests
{
    private const int Size = HostileFile.Largest / 32;

    /// <summary>Of processor time, in a debug build; the budget is 2 s in a release build.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static TheoryData<string> Names => [.. HostileFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_gets_its_outcome(string name)
    {
        var hostile = HostileFile.All.Single(file => file.Name == name);
        var content = hostile.Make(Size);
        var time = ThreadTime.Start();
        var reading = SampleDesk.Read(content, "ho-so-2022-03-15.csv");
        var took = time.Elapsed;
        var told = $"{reading.Message}\n{string.Join('\n', reading.Faults.Take(3))}";
        reading.Outcome.ShouldBe(hostile.Outcome, told);
        if (hostile.Code.Length > 0)
            reading.Faults[0].Code.ShouldBe(hostile.Code, told);
        Judgement.Of(reading).ShouldBeEmpty();
        took.ShouldBeLessThan(Patience);
    }

    /// <summary>What is echoed of headers and cells opens in a spreadsheet as text.</summary>
    [Fact]
    public void Nothing_in_a_fault_file_is_a_formula()
    {
        var header = SoundTable.Header.Replace("Ghi chú", "=cmd|' /C calc'!A0;+x;-x;@x", StringComparison.Ordinal);
        foreach (
            var text in (string[])
                [header.Replace("Mã hồ sơ", "Mã", StringComparison.Ordinal), header + ";Ngày tiếp nhận"]
        )
        {
            var reading = SampleDesk.Read(
                Encoding.UTF8.GetBytes(text + "\n" + SoundTable.Row(1) + ";;;;x"),
                "a-2022-03-15.csv"
            );
            var csv = Encoding.UTF8.GetString(FaultsCsv.Of(Receipt.Of(reading, null, isDuplicate: false, default)));
            csv.Split(',', '\n').ShouldAllBe(cell => !"=+-@\t\r".Contains(cell.TrimStart('"').FirstOrDefault('x')));
        }
    }
}
