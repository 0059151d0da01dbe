using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Pipeline.Tests.TakeIn;

public class FaultsCsvTests
{
    [Fact]
    public void It_opens_in_Excel_as_Vietnamese_text()
    {
        var bytes = FaultsCsv.Of(
            Receipt([
                new RowFault(7, "Trạng\nthái", "status-unknown", "Trạng thái \"xong\", không có trong danh mục")
                {
                    Found = "=xong",
                },
                new RowFault(0, "", "more", "Còn 5 lỗi nữa không liệt kê ở đây."),
            ])
        );

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding
            .UTF8.GetString(bytes[3..])
            .ShouldBe(
                "loại,dòng,cột,mã lỗi,nội dung,đang có,cần có,ví dụ\n"
                    + "lỗi,7,\"Trạng\nthái\",status-unknown,\"Trạng thái \"\"xong\"\", không có trong danh mục\",'=xong,một trạng thái trong danh mục,Đang xử lý; Đã xử lý xong; Đã trả kết quả\n"
                    + "lỗi,,,more,Còn 5 lỗi nữa không liệt kê ở đây.,,,\n"
            );
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84", "'+84")]
    [InlineData("-5", "'-5")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("a=b", "a=b")]
    public void Nothing_in_it_is_a_formula(string cell, string written) => InertCsv.Cell(cell).ShouldBe(written);

    [Fact]
    public void A_receipt_speaks_camel_case_and_survives_its_own_form()
    {
        var receipt = Receipt([new RowFault(2, "Mã hồ sơ", "code-bad", "chữ, 12 ký tự")]);

        var json = Encoding.UTF8.GetString(receipt.ToJson());

        using var parsed = System.Text.Json.JsonDocument.Parse(json);
        // design.md §3, "Receipt (JSON)".
        parsed
            .RootElement.EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe([
                "unit",
                "file",
                "etag",
                "asOf",
                "uploadedAt",
                "sha256",
                "outcome",
                "rows",
                "accepted",
                "refused",
                "changed",
                "superseded",
                "faults",
                "warnings",
                "doubts",
                "takenInAt",
                "format",
                "message",
            ]);
        json.ShouldContain("\"outcome\":\"partly\"");
        json.ShouldContain("\"asOf\":\"2022-03-10\"");
        json.ShouldContain("chữ, 12 ký tự");
        Encoding
            .UTF8.GetString(CCHC.Pipeline.TakeIn.Receipt.TryFromJson(new BinaryData(receipt.ToJson()))!.ToJson())
            .ShouldBe(json);
    }

    private static Receipt Receipt(IReadOnlyList<RowFault> faults) =>
        new()
        {
            Unit = "29956",
            File = "a.csv",
            ETag = "0x1",
            AsOf = new DateOnly(2022, 3, 10),
            UploadedAt = DateTimeOffset.UnixEpoch,
            Sha256 = new string('a', 64),
            Outcome = Outcome.Partly,
            Faults = faults,
            TakenInAt = DateTimeOffset.UnixEpoch,
            Message = "Đã nhận một phần.",
        };
}
