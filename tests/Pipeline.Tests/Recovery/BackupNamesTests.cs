using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Tests.Architecture;

namespace CCHC.Pipeline.Tests.Recovery;

public class BackupNamesTests
{
    [Fact]
    public void A_person_finds_an_entry_by_its_unit_and_day() =>
        BackupNames
            .OfBlob("journal", "29956/2022-03-14/637829352000000000-00ff.1", "0x1")
            .ShouldStartWith("journal/29956/2022-03-14-637829352000000000-00ff~");

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("29956/../../x.json")]
    [InlineData("/root")]
    [InlineData("a//b/")]
    [InlineData("C:\\windows\\x.json")]
    [InlineData("con/aux.nul")]
    [InlineData("29956/hồ sơ tháng 3.xlsx.json")]
    [InlineData("29956/ký\ttự\u0001lạ?*<>|\".json")]
    [InlineData("_/29956%2Fsub%2Fx.csv.json")]
    [InlineData("...")]
    [InlineData("x. ")]
    [InlineData("🙂🙂.🙂")]
    public void Whatever_a_blob_is_called_its_copy_is_a_plain_file_inside_its_container(string blob)
    {
        var parts = BackupNames.OfBlob("receipts", blob, "0x1").Split('/');

        parts.Length.ShouldBeInRange(2, 3);
        parts[0].ShouldBe("receipts");
        parts[^1].ShouldMatch("^[a-z0-9-]+~[0-9a-f]{16}(\\.[a-z0-9-]+)?$");
        parts[1..^1].ShouldAllBe(folder => Pattern.IsIn(folder, "^[a-z0-9-]+_?$"));
        // Names of devices, which Windows has no folders of.
        parts[1..^1].ShouldAllBe(folder => !Pattern.IsIn(folder, "^(con|prn|aux|nul|com[0-9]|lpt[0-9])$"));
        BackupNames.IsOurs(parts[^1]).ShouldBeTrue();
    }

    [Fact]
    public void The_longest_name_makes_a_short_path()
    {
        var name = $"{new string('ế', 400)}/{new string('x', 600)}.{new string('y', 20)}";

        BackupNames.OfBlob("receipts", name, "0x1").Length.ShouldBeLessThan(220);
    }

    [Theory]
    [InlineData("29956/A.csv.json", "0x1", "29956/a.csv.json", "0x1")]
    [InlineData("29956/a b.json", "0x1", "29956/a-b.json", "0x1")]
    [InlineData("29956/đ.json", "0x1", "29956/d.json", "0x1")]
    [InlineData("29956/a.json", "0x1", "29956/a.json", "0x2")]
    [InlineData("a/b/c", "0x1", "a/b-c", "0x1")]
    public void Two_blobs_or_two_versions_never_share_a_file(string one, string etag, string other, string otherETag) =>
        BackupNames
            .OfBlob("receipts", one, etag)
            .ToUpperInvariant()
            .ShouldNotBe(BackupNames.OfBlob("receipts", other, otherETag).ToUpperInvariant());

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("ghi-chu.txt")]
    [InlineData("a~b.docx")]
    [InlineData(".cchc-backup")]
    public void A_file_that_somebody_else_put_there_is_not_ours(string file) =>
        BackupNames.IsOurs(file).ShouldBeFalse();
}
