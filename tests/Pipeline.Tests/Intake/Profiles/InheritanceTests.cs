using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

public class InheritanceTests
{
    [Fact]
    public void What_a_profile_does_not_say_is_inherited()
    {
        var row = AProfile.ReadCell("", "Hình thức nộp", "Trực tuyến").OnlyRow();
        row.Channel.ShouldBe(Channel.Online);
        SourceProfile.Parse(AProfile.Json("")).Headers.ShouldBe(SourceProfile.Default.Headers);
    }

    [Theory]
    [InlineData("1", Channel.Online)]
    [InlineData("2", Channel.InPerson)]
    [InlineData("Trực tuyến", Channel.Online)]
    public void Numeric_codes_have_the_meaning_a_profile_gives_them(string cell, Channel channel)
    {
        const string codes = """
            "channels": [{ "value": "Online", "texts": ["1"] }, { "value": "InPerson", "texts": ["2"] }]
            """;
        AProfile.ReadCell(codes, "Hình thức nộp", cell).OnlyRow().Channel.ShouldBe(channel);
    }

    [Fact]
    public void What_a_profile_says_about_a_text_overrides_what_it_inherits()
    {
        const string own = """ "statuses": [{ "value": "Done", "texts": ["Đã xử lý xong"] }] """;
        AProfile.ReadCell(own, "Hình thức nộp", "").Kept.ShouldHaveSingleItem();
        var csv = $"Mã hồ sơ\tNgày tiếp nhận\tTrạng thái\n{AnExport.Dossier}\t10/03/2022\tĐã xử lý xong\n";
        AProfile.Read(own, csv).OnlyRow().Status.ShouldBe(Status.Done);
    }

    [Fact]
    public void A_text_without_diacritics_beside_the_inherited_one_is_the_same_word()
    {
        const string own = """ "channels": [{ "value": "Online", "texts": ["Truc tuyen"] }] """;
        AProfile.ReadCell(own, "Hình thức nộp", "Trực tuyến").OnlyRow().Channel.ShouldBe(Channel.Online);
    }

    [Fact]
    public void An_inherited_word_that_differs_in_diacritics_only_gives_way_to_another_meaning()
    {
        const string own = """ "channels": [{ "value": "Postal", "texts": ["Trúc tuyến"] }] """;
        AProfile.ReadCell(own, "Hình thức nộp", "Truc tuyen").OnlyRow().Channel.ShouldBe(Channel.Postal);
        AProfile.ReadCell(own, "Hình thức nộp", "Trực tuyến").Kept[0].Channel.ShouldBe(Channel.Unrecognised);
    }

    [Fact]
    public void A_text_said_for_some_days_only_is_unknown_on_the_others()
    {
        const string own = """ "levels": [{ "value": "Full", "texts": ["4"], "validFrom": "2026-07-01" }] """;
        AProfile.ReadCell(own, "Mức độ DVC", "4").OnlyRow().Level.ShouldBeNull();
    }

    [Fact]
    public void A_profiles_headers_come_before_the_inherited_ones()
    {
        const string own = """ "headers": [{ "column": "Received", "names": ["Ngày vào sổ"] }] """;
        var csv = $"Mã hồ sơ;Ngày tiếp nhận;Ngày vào sổ;Trạng thái\n{AnExport.Dossier};09/03/2022;10/03/2022;\n";
        AProfile.Read(own, csv).OnlyRow().Received.ShouldBe(new DateOnly(2022, 3, 10));
    }

    [Fact]
    public void A_header_can_be_given_to_another_column()
    {
        // [found] A column headed "Ngày kết thúc xử lý" that in fact holds the return date.
        const string own = """ "headers": [{ "column": "Returned", "names": ["Ngày kết thúc xử lý"] }] """;
        var row = AProfile.ReadCell(own, "Ngày kết thúc xử lý", "12/03/2022").OnlyRow();
        (row.Finished, row.Returned).ShouldBe((null, new DateOnly(2022, 3, 12)));
    }

    [Fact]
    public void Digits_only_codes_are_read_where_a_profile_says_so()
    {
        const string csv = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái\n22031000123;10/03/2022;\n";
        AProfile.Read("\"numericCodes\": true", csv).OnlyRow().Code.ShouldBe("22031000123");
    }

    [Theory]
    [InlineData("\"dateFormats\": [\"MM/dd/yyyy\"]", "03/10/2022", true)]
    [InlineData("\"dateFormats\": [\"MM/dd/yyyy\"]", "10-03-2022", true)]
    [InlineData("\"dateFormats\": [\"MM/dd/yyyy\"]", "2022-03-10", true)]
    [InlineData("\"dateFormats\": [\"MM/dd/yyyy\"]", "15/03/2022", false)]
    [InlineData("\"dateFormats\": [\"MM-dd-yyyy\"]", "03-10-2022", true)]
    [InlineData("\"dateFormats\": [\"MM.dd.yyyy\"]", "03.10.2022 14:05", true)]
    public void Own_date_formats_stand_for_those_they_contradict(string own, string date, bool isRead)
    {
        var csv = $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái\n{AnExport.Dossier};{date};\n";
        var reading = AProfile.Read(own, csv);
        if (isRead)
            reading.OnlyRow().Received.ShouldBe(new DateOnly(2022, 3, 10));
        else
            reading.Fault(FaultCodes.DateBad).Message.ShouldContain("Ngày có dạng 03/25/2022");
    }

    [Fact]
    public void A_profile_named_as_a_built_in_one_adds_to_it() =>
        SourceProfile
            .Parse("""{ "name": "FPT", "units": ["29956"] }""")
            .RecognisedBy.ShouldBe(["Kênh thực hiện", "Hình thức nhận/trả kết quả"]);
}
