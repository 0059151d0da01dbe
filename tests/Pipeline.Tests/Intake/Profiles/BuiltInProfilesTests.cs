using System.Text.Json;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

public class BuiltInProfilesTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(SourceProfiles.Schema).RootElement;

    public static TheoryData<string> Files =>
        ["default", "national_portal", "vnpt_igate", "viettel", "fpt", "tracking_book"];

    [Fact]
    public void The_schema_offers_exactly_the_words_of_the_code()
    {
        Names(Schema.GetProperty("properties"))
            .ShouldBe([
                "$schema",
                "name",
                "units",
                "recognisedBy",
                "numericCodes",
                "coverage",
                "asOf",
                "dateFormats",
                "headers",
                "absent",
                "totals",
                "statuses",
                "channels",
                "returnChannels",
                "levels",
                "yesNo",
            ]);
        Words("headers", "column").ShouldBe(System.Enum.GetNames<Column>(), ignoreOrder: true);
        Words("statuses", "value").ShouldBe(System.Enum.GetNames<Status>(), ignoreOrder: true);
        Words("levels", "value").ShouldBe(System.Enum.GetNames<Level>(), ignoreOrder: true);
        string[] channels =
        [
            .. System.Enum.GetNames<Channel>().Except([nameof(Channel.Blank), nameof(Channel.Unrecognised)]),
        ];
        Words("channels", "value").ShouldBe(channels, ignoreOrder: true);
        Words("returnChannels", "value").ShouldBe(channels, ignoreOrder: true);
        Enum(Schema.GetProperty("properties").GetProperty("coverage")).ShouldBe(["day", "list"]);
        Enum(Schema.GetProperty("properties").GetProperty("absent").GetProperty("items"))
            .ShouldBe([nameof(Column.Returned)]);
        Enum(Schema.GetProperty("properties").GetProperty("asOf").GetProperty("items"))
            .Length.ShouldBe(System.Enum.GetValues<AsOfSource>().Length);
    }

    [Theory]
    [InlineData("asOf")]
    [InlineData("dateFormats")]
    public void Every_word_the_schema_offers_is_read(string member)
    {
        foreach (var word in Enum(Schema.GetProperty("properties").GetProperty(member).GetProperty("items")))
            SourceProfile.Parse(AProfile.Json($"\"{member}\": [\"{word}\"]")).Name.ShouldBe("Thử");
    }

    [Theory, MemberData(nameof(Files))]
    public void Built_in_profiles_keep_to_the_schema(string file)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        var json = JsonDocument.Parse(Shipped.Read($"profiles.{file}.json"), options).RootElement;
        Names(json).Except(Names(Schema.GetProperty("properties"))).ShouldBeEmpty();
        foreach (var list in (string[])["headers", "statuses", "channels", "returnChannels", "levels", "yesNo"])
        {
            if (!json.TryGetProperty(list, out var items))
                continue;
            var properties = Item(list).GetProperty("properties");
            foreach (var item in items.EnumerateArray())
                Names(item).Except(Names(properties)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void No_numeric_code_is_built_in_but_those_that_the_law_gave_a_meaning()
    {
        foreach (var profile in SourceProfiles.BuiltIn.All.Append(SourceProfile.Default))
        {
            IEnumerable<string> texts =
            [
                .. profile.Statuses.SelectMany(status => status.Texts),
                .. profile.Channels.Concat(profile.ReturnChannels).SelectMany(channel => channel.Texts),
            ];
            texts.Where(text => text.All(char.IsAsciiDigit)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_tracking_book_is_recognised_and_says_nothing_of_channels()
    {
        var csv =
            "SỔ THEO DÕI HỒ SƠ;;;;;;;\nTT;Mã hồ sơ;Tên TTHC;Số lượng hồ sơ (bộ);Nhận hồ sơ;Hẹn trả kết quả;Trả kết quả;Ký nhận\n"
            + $"1;{AnExport.Dossier};Khai sinh;1;10/03/2022;14/03/2022;11/03/2022;\n";
        var reading = AProfile.ReadAmong(csv);
        reading.Format.ShouldEndWith(", mẫu 'Sổ theo dõi hồ sơ'");
        var row = reading.OnlyRow();
        (row.Received.Day, row.Due?.Day, row.Returned?.Day, row.Channel).ShouldBe((10, 14, 11, Channel.Blank));
        reading.Warning(FaultCodes.NoChannelColumn);
    }

    [Fact]
    public void FPT_is_recognised_by_its_two_headings() =>
        AProfile
            .ReadAmong(
                $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Kênh thực hiện;Hình thức nhận/trả kết quả\n{AnExport.Dossier};10/03/2022;;Trực tuyến;BCCI\n"
            )
            .Format.ShouldEndWith(", mẫu 'FPT'");

    private static string[] Words(string list, string member) =>
        Enum(Item(list).GetProperty("properties").GetProperty(member));

    private static JsonElement Item(string list) =>
        Schema.GetProperty("properties").GetProperty(list).GetProperty("items");

    private static string[] Enum(JsonElement schema) =>
        [.. schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!)];

    private static List<string> Names(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];
}
