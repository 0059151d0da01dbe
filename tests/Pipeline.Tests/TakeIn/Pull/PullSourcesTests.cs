using CCHC.Pipeline.TakeIn.Pull;

namespace CCHC.Pipeline.Tests.TakeIn.Pull;

public class PullSourcesTests
{
    private const string Least =
        """{"id": "mot-cua", "units": ["29956"], "address": "https://mc.test/{unit}?d={date:yyyy-MM-dd}"}""";

    [Fact]
    public void A_source_needs_an_id_units_and_an_address()
    {
        var source = PullSources.Parse($"[{Least}]").All.ShouldHaveSingleItem();

        (source.DaysBack, source.WorkingDaysOnly, source.Extension, source.IsEnabled).ShouldBe((3, true, "csv", true));
        source.Address.For("29956", new DateOnly(2022, 3, 5)).ToString().ShouldBe("https://mc.test/29956?d=2022-03-05");
        source.SecretSetting.ShouldBe("Pull:Secrets:mot_cua");
    }

    [Theory]
    [InlineData("\"id\": \"Một cửa\"", "\"id\"")]
    [InlineData("\"units\": []", "\"units\"")]
    [InlineData("\"units\": [\"29956\", \"29956\"]", "không trùng nhau")]
    [InlineData("\"units\": [\"29956\", \"29959\"], \"address\": \"https://mc.test/{date}\"", "{unit}")]
    [InlineData("\"address\": \"https://mc.test/{unit}\"", "thiếu chỗ điền ngày")]
    [InlineData("\"address\": \"https://mc.test/{date:MM-dd}\"", "đủ ngày, tháng, năm")]
    [InlineData("\"address\": \"https://mc.test/{date:HH}\"", "không phải là định dạng ngày")]
    [InlineData("\"address\": \"https://mc.test/{date}/{code}\"", "chỉ có hai chỗ điền")]
    [InlineData("\"address\": \"ftp://mc.test/{date}\"", "http")]
    [InlineData("\"address\": \"https://a:b@mc.test/{date}\"", "không kèm tên và mật khẩu")]
    [InlineData("\"address\": \"https://{unit}.test/{date}\"", "tên máy chủ")]
    [InlineData("\"header\": \"Host\"", "\"header\"")]
    [InlineData("\"secret\": \"khoa\"", "thiếu \"header\"")]
    [InlineData("\"header\": \"X-Key\", \"secret\": \"Bearer abc=\"", "không phải chính khóa")]
    [InlineData("\"window\": {\"from\": \"25:00\"}", "\"window\"")]
    [InlineData("\"window\": {\"days\": [\"thứ hai\"]}", "\"window\"")]
    [InlineData("\"daysBack\": 99", "từ 0 đến 30")]
    [InlineData("\"extension\": \"exe\"", "\"extension\"")]
    [InlineData("\"enabled\": \"có\"", "true hoặc false")]
    [InlineData("\"password\": \"x\"", "không có mục \"password\"")]
    public void A_fault_is_named_in_the_readers_words(string members, string told)
    {
        var names = members.Split('"').Where((_, index) => index == 1).ToList();
        var rest = Least.Trim('{', '}').Split(", ").Where(member => !names.Exists(member.Contains));
        var named = members.Contains("\"address\"") ? rest.Where(member => !member.Contains("address")) : rest;

        Fault($"[{{{string.Join(", ", named.Append(members))}}}]").ShouldContain(told);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var fault = Fault("""[{"id": "a", "units": ["1"], "address": "x"}, 5]""");

        fault.ShouldContain("nguồn \"a\": \"units\"");
        fault.ShouldContain("nguồn \"a\": \"address\"");
        fault.ShouldContain("nguồn thứ 2");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("")]
    public void What_is_no_list_is_refused(string json) => Fault(json).ShouldNotBeEmpty();

    [Fact]
    public void Two_sources_with_one_id_are_refused() => Fault($"[{Least},{Least}]").ShouldContain("cùng id");

    [Fact]
    public void An_import_replaces_by_id_and_keeps_the_others()
    {
        var other = Least.Replace("mot-cua", "khac");
        var merged = PullSources.Merge($"[{Least},{other}]", $"[{Least.Replace("29956", "29959")}]");

        var sources = PullSources.Parse(merged).All;
        sources.Select(source => (source.Id, source.Units[0])).ShouldBe([("khac", "29956"), ("mot-cua", "29959")]);
        PullSources.Merge(merged, "[]").ShouldBe(merged);
    }

    [Theory]
    [InlineData(1, "mot-cua_2022-03-05.csv")]
    [InlineData(2, "mot-cua_2022-03-05 (2).csv")]
    public void The_last_date_in_the_name_is_the_day(int number, string name) =>
        PullSources.Parse($"[{Least}]").All[0].FileName(new DateOnly(2022, 3, 5), number).ShouldBe(name);

    private static string Fault(string json) =>
        Should.Throw<InvalidDataException>(() => PullSources.Parse(json)).Message;
}
