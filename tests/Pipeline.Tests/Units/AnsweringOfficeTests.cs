using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Units;

public sealed class AnsweringOfficeTests
{
    private static readonly DateOnly Day = new(2022, 3, 14);

    /// <summary>A frozen review and dossiers that were not sent again have figures under a spelling of before.</summary>
    [Theory]
    [InlineData("tai-chinh")]
    [InlineData("tai-chinh-ngan-sach")]
    public void An_office_answers_for_its_field_under_every_spelling(string named)
    {
        var content = new RegisterContent(new UnitRegister([]), [], WorkingCalendar.Unknown, []);
        var office = new Office("tai-chinh-ke-hoach", "Phòng", "Trưởng phòng", [named], "", null, null);

        var answering = content.AnsweringForAll(office);

        Office.For([answering], "tai-chinh", Day).ShouldBe(answering);
        Office.For([answering], "tai-chinh-ngan-sach", Day).ShouldBe(answering);
        Office.For([answering], "ho-tich", Day).ShouldBeNull();
    }
}
