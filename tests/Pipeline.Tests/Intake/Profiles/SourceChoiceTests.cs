using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

public class SourceChoiceTests
{
    private const string Plain = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Hình thức nộp";
    private const string OneIsOnline = """ "channels": [{ "value": "Online", "texts": ["1"] }] """;

    [Fact]
    public void A_usual_file_is_read_with_the_default_and_no_profile_is_named()
    {
        var reading = AProfile.ReadAmong(Csv(Plain));
        reading.Format.ShouldBe("UTF-8, dấu ';', tiêu đề ở dòng 1");
        reading.Fault(FaultCodes.NumericCode);
    }

    [Fact]
    public void The_profile_chosen_for_a_unit_goes_first()
    {
        var own = AProfile.Json($"\"units\": [\"{AnExport.Code}\"], {OneIsOnline}");
        var recognised = AProfile.Json("\"recognisedBy\": [\"Mã hồ sơ\"]", "Khác");
        var reading = AProfile.ReadAmong(Csv(Plain), own, recognised);
        reading.OnlyRow().Channel.ShouldBe(Channel.Online);
        reading.Format.ShouldEndWith(", mẫu 'Thử'");
    }

    [Fact]
    public void A_profile_is_recognised_when_all_its_headers_are_there()
    {
        var own = AProfile.Json($"\"recognisedBy\": [\"Cổng nộp\", \"Mã vạch\"], {OneIsOnline}");
        AProfile.ReadAmong(Csv(Plain + ";CỔNG NỘP;Ma vach", ";;"), own).OnlyRow().Channel.ShouldBe(Channel.Online);
        AProfile.ReadAmong(Csv(Plain + ";Cổng nộp", ";"), own).Format.ShouldNotContain("mẫu");
    }

    [Fact]
    public void A_header_that_only_a_recognised_profile_understands_is_found()
    {
        var own = AProfile.Json(
            """
            "recognisedBy": ["Số biên nhận", "Mã vạch"],
            "headers": [
              { "column": "Code", "names": ["Số biên nhận"] },
              { "column": "Received", "names": ["Ngày vào sổ"] }
            ]
            """
        );
        var csv = $"Sổ;;;\nSố biên nhận;Mã vạch;Ngày vào sổ;Trạng thái\n{AnExport.Dossier};1;10/03/2022;\n";
        AProfile.ReadAmong(csv, own).OnlyRow();
        AProfile.ReadAmong(csv).Outcome.ShouldBe(Outcome.Quarantined);
    }

    [Fact]
    public void Of_two_that_fit_equally_none_is_taken_with_a_warning()
    {
        var one = AProfile.Json($"\"recognisedBy\": [\"Cổng nộp\"], {OneIsOnline}", "Một");
        var two = AProfile.Json("\"recognisedBy\": [\"Mã vạch\"]", "Hai");
        var reading = AProfile.ReadAmong(Csv(Plain + ";Cổng nộp;Mã vạch", ";;"), one, two);
        reading.Format.ShouldNotContain("mẫu");
        reading.Fault(FaultCodes.NumericCode);
        var warning = reading.Warning(FaultCodes.SourceUnclear);
        warning.Message.ShouldContain("'Một'");
        warning.Message.ShouldContain("'Hai'");
    }

    [Fact]
    public void One_that_asks_for_more_headers_of_the_same_kind_fits_better()
    {
        var old = AProfile.Json("\"recognisedBy\": [\"Cổng nộp\"]", "Bản cũ");
        var next = AProfile.Json($"\"recognisedBy\": [\"Cổng nộp\", \"Mã vạch\"], {OneIsOnline}", "Bản mới");
        AProfile.ReadAmong(Csv(Plain + ";Cổng nộp;Mã vạch", ";;"), old, next).Format.ShouldEndWith(", mẫu 'Bản mới'");
    }

    [Fact]
    public void Two_profiles_for_one_unit_hold_its_files_back_and_harm_nobody_else()
    {
        var profiles = SourceProfiles.With(
            AProfile.Stored(
                AProfile.Json($"\"units\": [\"{AnExport.Code}\"]", "Một"),
                AProfile.Json($"\"units\": [\"{AnExport.Code}\", \"29974\"]", "Hai")
            )
        );
        profiles.Problems.ShouldHaveSingleItem().ShouldContain($"Đơn vị {AnExport.Code} có hai mẫu");
        Read(profiles, AnExport.Code).Outcome.ShouldBe(Outcome.Quarantined);
        Read(profiles, "29974").Format.ShouldEndWith(", mẫu 'Hai'");
    }

    [Theory]
    [InlineData("""{ "name": "Hỏng", "units": ["29956"], "channel": [] }""")]
    [InlineData("""{ "name": "Hỏng", "units": ["29956"], """)]
    [InlineData("""{ "name": "Tên khác", "units": ["29956"] }""")]
    public void A_broken_profile_holds_its_units_files_back_and_no_others(string json)
    {
        var profiles = SourceProfiles.With([new StoredText("hong", json)]);
        profiles.Problems.ShouldHaveSingleItem().ShouldStartWith("Mẫu nguồn dữ liệu 'hong' không đọc được: ");
        var reading = Read(profiles, AnExport.Code);
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Kept.ShouldBeEmpty();
        reading.AsOf.ShouldBe(AnExport.AsOf);
        reading.Fault(FaultCodes.SourceUnreadable).Message.ShouldContain("không phải gửi lại");
        Read(profiles, "29974").Outcome.ShouldBe(Outcome.Accepted);
    }

    [Fact]
    public void A_broken_profile_still_holds_back_the_files_it_would_recognise()
    {
        StoredText[] stored = [new("hong", """{ "name": "Hỏng", "recognisedBy": ["C\u1ed5ng nộp"], "x": 1 }""")];
        var reader = new ExportReader(AnExport.Register, SourceProfiles.With(stored));
        Read(reader, Csv(Plain + ";Cổng nộp", ";")).Outcome.ShouldBe(Outcome.Quarantined);
        Read(reader, Csv(Plain)).Outcome.ShouldBe(Outcome.Accepted);
    }

    private static ExportReading Read(SourceProfiles profiles, string unit) =>
        new ExportReader(AnExport.Register, profiles).Read(
            AnExport.Upload(System.Text.Encoding.UTF8.GetBytes(Csv(Plain)), code: unit)
        );

    private static ExportReading Read(ExportReader reader, string csv) =>
        reader.Read(AnExport.Upload(System.Text.Encoding.UTF8.GetBytes(csv)));

    private static string Csv(string header, string more = "") =>
        $"{header}\n{AnExport.Dossier};10/03/2022;Đang xử lý;1{more}\n";
}
