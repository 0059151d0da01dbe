using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>TCVN3 has no capitals with a tone: a font shows them, and the file has small letters.</summary>
public class FontCapitalsTests
{
    [Theory]
    [InlineData("HàNH CHíNH", "HÀNH CHÍNH")]
    [InlineData("Hộ TịCH", "HỘ TỊCH")]
    [InlineData("đấT đAI", "ĐẤT ĐAI")]
    [InlineData("TàI NGUYÊN Và MÔI TRƯờNG", "TÀI NGUYÊN VÀ MÔI TRƯỜNG")]
    [InlineData("Hộ tịch", "Hộ tịch")]
    [InlineData("Tư pháp", "Tư pháp")]
    [InlineData("Thủ tục ở UBND xã", "Thủ tục ở UBND xã")]
    [InlineData("Hộ", "Hộ")]
    [InlineData("Y tế", "Y tế")]
    [InlineData("LĐ-TBXH và xã hội", "LĐ-TBXH và xã hội")]
    public void Words_in_capitals_are_in_capitals_throughout(string written, string meant)
    {
        var csv = $"Mã hồ sơ;NGàY TIếP NHậN;TRạNG THáI;LĩNH VựC\n{AnExport.Dossier};10/03/2022;;{written}\n";
        AnExport.FieldOf(AnEncoding.Write(csv, "TCVN3 (ABC)"), meant).ShouldBe(meant);
    }

    [Fact]
    public void Headers_are_told_as_the_font_shows_them()
    {
        var csv = $"Mã hồ sơ;NGàY TIếP NHậN;TRạNG THáI\n{AnExport.Dossier};x;\n";
        AnExport.Read(AnEncoding.Write(csv, "TCVN3 (ABC)")).Fault(FaultCodes.DateBad).Column.ShouldBe("NGÀY TIẾP NHẬN");
    }
}
