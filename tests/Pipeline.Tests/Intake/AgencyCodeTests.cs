using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Dossiers numbered under another unit's agency part are another unit's (design.md §8).</summary>
public class AgencyCodeTests
{
    private const string Header = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả kết quả;Trạng thái";
    private const string Units = """
        code,name,kind,parent,valid_from,valid_to,successors,agency_codes
        29956,Xã Thường Phước 1,commune,870,,2025-06-30,29971,000.19.05.H20; H20.7.19
        29974,Xã Thường Phước 2,commune,870,,2025-06-30,29971,000.20.05.H20;h20.7.20
        29962,Xã Thường Thới Hậu A,commune,870,,2025-06-30,29978,000.21.05.H20;000.99.05.H20
        29977,Xã Thường Lạc,commune,870,,2025-06-30,29978,000.99.05.H20
        29980,Xã Long Khánh A,commune,870,,2025-06-30,29983,
        29971,Xã Thường Phước,commune,82,2025-07-01,,,H20.30.1
        """;

    private static readonly ExportReader Reader = new(new UnitRegister(UnitCsv.Parse(Units)), SourceProfile.Default);

    [Theory]
    [InlineData("29956", "000.19.05.H20-220310-0001", null)]
    [InlineData("29956", "H20.7.19-220310-0001", null)]
    [InlineData("29956", "000.20.05.H20-220310-0001", "Xã Thường Phước 2")]
    [InlineData("29956", "000.20.05.h20-220310-0001", "Xã Thường Phước 2")]
    [InlineData("29956", "H20.7.20-220310-0001", "Xã Thường Phước 2")]
    [InlineData("29956", "000.21.05.H20-220310-0001", "Xã Thường Thới Hậu A")]
    [InlineData("29956", "000.55.05.H20-220310-0001", null)] // nobody's
    [InlineData("29956", "H20.7-220310-0001", null)] // a part of one is another
    [InlineData("29956", "000.99.05.H20-220310-0001", "Xã Thường Thới Hậu A")] // two share it
    [InlineData("29977", "000.99.05.H20-220310-0001", null)] // and either may use it
    [InlineData("29980", "000.19.05.H20-220310-0001", "Xã Thường Phước 1")] // its own is not listed
    [InlineData("29980", "H20.30.1-220310-0001", null)] // of a unit that comes later
    public void A_row_numbered_by_another_unit_is_refused(string code, string dossier, string? other)
    {
        var reading = Read(code, "ds-2022-03-15.csv", $"{dossier};10/03/2022;12/03/2022;;;Đang xử lý");
        if (other is null)
        {
            reading.Outcome.ShouldBe(Outcome.Accepted, reading.Message);
            return;
        }
        var fault = reading.Fault(FaultCodes.OtherUnit);
        fault.Column.ShouldBe("Mã hồ sơ");
        fault.Message.ShouldBe(
            $"Mã cơ quan {dossier[..dossier.IndexOf('-')].ToUpperInvariant()} trong mã hồ sơ là của {other}, không phải của đơn vị gửi tệp."
        );
    }

    [Fact]
    public void What_a_merged_unit_had_open_goes_on_under_its_old_numbers()
    {
        const string Line = "000.19.05.H20-250610-0001;10/06/2025;12/06/2025;;;Đang xử lý";
        var reading = Reader.Read(
            AnExport.Upload(
                Encoding.UTF8.GetBytes($"{Header}\n{Line}\n"),
                "ds-2025-07-15.csv",
                "29971",
                new DateTimeOffset(2025, 7, 16, 8, 0, 0, TimeSpan.FromHours(7))
            )
        );
        reading.Outcome.ShouldBe(Outcome.Accepted, reading.Message);
    }

    [Fact]
    public void A_cell_and_a_code_that_name_the_same_other_unit_are_one_fault()
    {
        var reading = Reader.Read(
            AnExport.Upload(
                Encoding.UTF8.GetBytes(
                    $"{Header};Đơn vị tiếp nhận\n"
                        + "000.19.05.H20-220310-0001;10/03/2022;;;;Đang xử lý;Xã Thường Phước 1\n"
                        + "000.19.05.H20-220310-0002;10/03/2022;;;;Đang xử lý;Xã Thường Phước 1\n"
                        + "000.20.05.H20-220310-0003;10/03/2022;;;;Đang xử lý;Xã Thường Phước 2\n"
                )
            )
        );
        reading.Fault(FaultCodes.OtherUnit).Column.ShouldBe("Đơn vị tiếp nhận");
    }

    [Theory]
    [InlineData("000.19.05")]
    [InlineData("19.05.H20")]
    [InlineData("H20.1234")]
    [InlineData("Xã Thường Phước 1")]
    public void What_is_no_agency_code_is_refused_at_import(string code)
    {
        var csv =
            $"code,name,kind,parent,valid_from,valid_to,successors,agency_codes\n29956,Xã A,commune,870,,,,{code}\n";
        Should.Throw<InvalidDataException>(() => UnitCsv.Parse(csv)).Message.ShouldStartWith("Dòng 2: agency_codes:");
    }

    private static ExportReading Read(string code, string file, string line) =>
        Reader.Read(AnExport.Upload(Encoding.UTF8.GetBytes($"{Header}\n{line}\n"), file, code));
}
