using Azure.Storage.Blobs;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Tests.TakeIn;

/// <summary>The oracle is the client itself: a name is addressable if the address that it makes of it says the same name.</summary>
public class BlobNamesTests
{
    private static readonly BlobContainerClient Container = new(new Uri("http://127.0.0.1:1/account/exports"));

    public static TheoryData<string> Names =>
        [
            "29956/a.csv",
            "29956/a.csv.",
            "29956/ a.csv ",
            "29956/..a",
            "29956/...",
            "29956/. ",
            "29956/%2E%2E",
            "29956/ngày # 100 %.csv",
            "29956/😀\u202E\u0085.csv",
            "29956//a.csv",
            "../a.csv",
            "./a.csv",
            "29956/.",
            "29956/..",
            "29956/../a.csv",
            "29956/./a.csv",
            "/a.csv",
            "29956/a.csv/",
        ];

    [Theory, MemberData(nameof(Names))]
    public void What_a_client_finds_under_its_name_is_addressable(string name)
    {
        var address = Container.GetBlobClient(name).Uri;
        var asked = Uri.UnescapeDataString(address.AbsolutePath);

        BlobNames.IsAddressable(name).ShouldBe(asked == $"/account/exports/{name}", address.AbsoluteUri);
    }

    /// <summary>The client escapes a backslash; storage makes a slash of it, and the folder "..", too.</summary>
    [Theory]
    [InlineData("29956/a\\b.csv")]
    [InlineData("a\\..\\b")]
    public void A_backslash_is_kept_by_no_storage(string name) => BlobNames.IsAddressable(name).ShouldBeFalse();

    [Theory]
    [InlineData("29956/x\u0000.csv", false)]
    [InlineData("29956/x\u0001.csv", false)]
    [InlineData("29956/x\uFFFE.csv", false)]
    [InlineData("29956/x\uFFFF.csv", false)]
    [InlineData("29956/x\t.csv", true)]
    [InlineData("29956/\uFFFD😀.csv", true)]
    public void What_a_listing_can_say_is_sound(string name, bool isSound) => BlobNames.IsSound(name).ShouldBe(isSound);

    [Fact]
    public void Half_a_pair_of_surrogates_is_no_name()
    {
        BlobNames.IsSound("29956/\uD800.csv").ShouldBeFalse();
        BlobNames.IsSound("29956/\uDE00\uD83D.csv").ShouldBeFalse();
    }

    [Theory]
    [InlineData("x.csv")]
    [InlineData("_/x.csv")]
    [InlineData("checklists/x.csv")]
    [InlineData("29956/sub/x.csv")]
    [InlineData("29956/")]
    public void No_two_uploads_share_a_receipt(string name)
    {
        string[] all =
        [
            "x.csv",
            "_/x.csv",
            "checklists/x.csv",
            "29956/x.csv",
            "29956/sub/x.csv",
            "29956/",
            "_/_/x.csv",
        ];

        all.Where(other => other != name).Select(Paths.ReceiptOf).ShouldNotContain(Paths.ReceiptOf(name));
        Paths.ReceiptOf(name).ShouldStartWith("_/");
        Paths.ReceiptOf(name).ShouldNotBe(Paths.ChecklistReceipt("x.csv"));
    }

    [Fact]
    public void Everything_stored_about_the_longest_upload_has_a_name_that_storage_takes()
    {
        var longest = "29956/" + new string('x', Paths.LongestExport - "29956/".Length);

        Paths.SplitExport(longest).ShouldNotBeNull();
        Paths.ReceiptOf(longest).Length.ShouldBeLessThanOrEqualTo(1024);
        $"unfinished/withdraw/{longest}".Length.ShouldBeLessThanOrEqualTo(1024);
        $"poison/exports/{longest}".Length.ShouldBeLessThanOrEqualTo(1024);
        Paths.SplitExport(longest + "x").ShouldBeNull();
        Paths.ReceiptOf(longest + "x").Length.ShouldBeLessThan(100);
    }

    [Fact]
    public void A_name_that_nobody_can_bear_is_no_uploads_name()
    {
        foreach (var file in (string[])["", ".", "..", "a/b", "a\\b", "x\u0001", "x.", "x ", "x\uD800", new('x', 256)])
        {
            UploadName.TryParse("29956", file, out _, out var problem).ShouldBeFalse(file);
            problem.ShouldEndWith("Hãy đổi tên tệp rồi gửi lại.");
        }
        UploadName.TryParse("29956", "ngày # 100 %.csv", out var name, out _).ShouldBeTrue();
        name.Path.ShouldBe("29956/ngày # 100 %.csv");
        UploadName.TryParse("_", "x.csv", out _, out _).ShouldBeFalse();
    }
}
