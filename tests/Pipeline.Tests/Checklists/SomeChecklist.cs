using System.Text;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.Reading;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Checklists;

/// <summary>Checklists of the first quarter of 2022 for the units and criteria that come with the program.</summary>
internal static class SomeChecklist
{
    public const string Header = "Kỳ,Mã đơn vị,Đơn vị,Mã tiêu chí,Tiêu chí,Yêu cầu,Kết quả,Ngày,Minh chứng\n";

    public static readonly UnitRegister Units = new(UnitCsv.Parse(Shipped.Units));

    public static readonly CriterionList Criteria = CriterionCsv.Parse(Shipped.Read("criteria.csv"));

    /// <summary>The evening of 15 March 2022 in Vietnam.</summary>
    public static readonly long UploadedAt = VietnamTime.StartOf(new DateOnly(2022, 3, 15)).AddHours(18).UtcTicks;

    private static readonly ChecklistReader Reader = new(Units, Criteria, PeriodScheme.Statutory);

    public static ChecklistReading Read(byte[] content) => Reader.Read(content, "phieu.csv", UploadedAt);

    public static ChecklistReading Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    /// <summary>One line of the template's columns.</summary>
    public static string Line(
        string criterion,
        string result,
        string day = "",
        string evidence = "",
        string unit = "29956",
        string period = "2022-Q1"
    ) => $"{period},{unit},,{criterion},,,\"{result}\",{day},\"{evidence}\"\n";

    public static ChecklistReading ReadLine(string criterion, string result, string day = "", string evidence = "") =>
        Read(Header + Line(criterion, result, day, evidence));
}
