using Azure.Data.Tables;
using CCHC.Pipeline.Recovery;

namespace CCHC.Pipeline.Tests.Recovery;

public class TableLinesTests
{
    /// <summary>Every type of a table; the line is what a person would write for it.</summary>
    private const string Line =
        """{"PartitionKey":"mail","RowKey":"draft-1","Again":{"Edm.Double":"-Infinity"},"At":{"Edm.DateTime":"2022-03-14T10:00:00.1234567Z"},"Blank":"","Bytes":{"Edm.Binary":"AP8="},"Count":-3,"Done":true,"Id":{"Edm.Guid":"00000000-0000-0000-0000-00000000000a"},"Rate":{"Edm.Double":"5"},"Size":{"Edm.Int64":"9007199254740993"},"Text":"Đã gửi \"1\"\nxong","Third":{"Edm.Double":"0.3333333333333333"}}""";

    private static readonly TableEntity Row = new("mail", "draft-1")
    {
        ["Text"] = "Đã gửi \"1\"\nxong",
        ["Blank"] = "",
        ["Count"] = -3,
        ["Size"] = 9007199254740993L,
        ["Rate"] = 5.0,
        ["Third"] = 1 / 3.0,
        ["Again"] = double.NegativeInfinity,
        ["Done"] = true,
        ["At"] = new DateTimeOffset(2022, 3, 14, 10, 0, 0, TimeSpan.Zero).AddTicks(1234567),
        ["Id"] = new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 10]),
        ["Bytes"] = new byte[] { 0, 255 },
        ["Nothing"] = null,
        ["Timestamp"] = DateTimeOffset.UnixEpoch,
        ["odata.etag"] = "x",
    };

    [Fact]
    public void A_row_is_one_line_that_says_every_type() => TableLines.Write(Row).ShouldBe(Line);

    [Fact]
    public void Every_cell_comes_back_as_what_it_was()
    {
        var read = TableLines.Read(Line);

        (read.PartitionKey, read.RowKey).ShouldBe(("mail", "draft-1"));
        foreach (var (column, value) in Row.Where(cell => cell.Value is not null))
        {
            if (column is "Timestamp" or "odata.etag")
                continue;
            read[column].ShouldBe(value);
            read[column].GetType().ShouldBe(value.GetType(), column);
        }
        read.ContainsKey("Nothing").ShouldBeFalse();
    }
}
