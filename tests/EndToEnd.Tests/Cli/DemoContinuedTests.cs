namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>The demo goes on where it stopped, and a store holds one kind of it.</summary>
[Collection(DemoStore.Name)]
public sealed class DemoContinuedTests(DemoStore demo)
{
    [Fact]
    public void It_says_the_first_quarter_again_and_then_the_second()
    {
        demo.Continued.ExitCode.ShouldBe(0, demo.Continued.Error);
        demo.Continued.Output.ShouldContain("quý I năm 2022 (15/12/2021 – 14/03/2022)");
        demo.Continued.Output.ShouldContain("quý II năm 2022 (15/03/2022 – 14/06/2022)");
        demo.Continued.Output.ShouldContain("128/320 │ 40,00 %");
        demo.Continued.Output.ShouldContain("Xã Phú Thuận B: không đủ dữ liệu");
    }

    [Fact]
    public void Every_row_of_the_document_of_2022_is_pointed_at()
    {
        for (var row = 1; row <= 13; row++)
            demo.Run.Output.ShouldContain($"│ S{row} ");
    }

    [Fact]
    public async Task Another_authority_needs_another_store()
    {
        var before = await Contents.ETagsAsync(demo.Connection, "settings");

        var run = await demo.AgainAsync("--authority", "province");

        (run.ExitCode, run.Output).ShouldBe((3, ""));
        run.Error.ShouldContain("đã dùng để chạy thử với 10 xã ở Hồng Ngự; mỗi kho chỉ chạy thử một cấp");
        (await Contents.ETagsAsync(demo.Connection, "settings")).ShouldBe(before);
    }

    [Fact]
    public async Task A_quarter_that_is_not_shown_is_wrong_usage()
    {
        var run = await demo.AgainAsync("--until", "2023-Q1");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("2022-Q1, 2022-Q2");
    }
}
