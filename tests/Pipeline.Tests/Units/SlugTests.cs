using System.Text;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Oracle;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Units;

/// <summary>design.md §3: a field's id is the ASCII slug of its name.</summary>
public class SlugTests
{
    private const string Letters =
        "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵÁẢẬỆỘỢỮỴ"
        + "bcghklmnpqrstvxBCGHKLMNPQRSTVX0123456789 -–/(),.&";

    [Theory]
    [InlineData("Hộ tịch", "ho-tich")]
    [InlineData("HỘ TỊCH", "ho-tich")]
    [InlineData("Đất đai", "dat-dai")]
    [InlineData(" Bảo trợ xã hội (mới) ", "bao-tro-xa-hoi-moi")]
    [InlineData("Phòng, chống tệ nạn - ma túy", "phong-chong-te-nan-ma-tuy")]
    [InlineData("ươƯƠ", "uouo")]
    [InlineData("", "unknown")]
    [InlineData("…", "unknown")]
    public void A_name_becomes_its_plain_letters(string name, string slug) => Slug.Of(name).ShouldBe(slug);

    [Property]
    public void Any_vietnamese_name_has_the_naive_slug_however_it_is_composed(int seed)
    {
        var random = new Random(seed);
        var name = string.Concat(
            Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)])
        );
        Slug.Of(name).ShouldBe(NaiveSlug.Of(name));
        Slug.Of(name.Normalize(NormalizationForm.FormD)).ShouldBe(Slug.Of(name.Normalize()));
        Slug.Of(Slug.Of(name)).ShouldBe(Slug.Of(name));
        Keys.Checked(Keys.FieldSuffix(Slug.Of(name))).ShouldStartWith("-f-");
    }
}
