namespace CCHC.Demo;

/// <summary>What a commune's invented page says of its budget.</summary>
public enum DemoPage
{
    /// <summary>The year's budget, published.</summary>
    Published,

    /// <summary>A page without a word of it.</summary>
    Wordless,

    /// <summary>An address that leads nowhere: 404.</summary>
    Gone,

    /// <summary>Never answers.</summary>
    Silent,

    /// <summary>A scanned paper: nothing to read.</summary>
    Scan,
}

/// <summary>The communes' invented pages, by the last part of their addresses.</summary>
internal static class DemoSite
{
    public static string FileOf(DemoPage page) =>
        page switch
        {
            DemoPage.Published => "cong-khai-du-toan-ngan-sach-nam-2022.html",
            DemoPage.Wordless => "gioi-thieu.html",
            DemoPage.Gone => "cong-khai-ngan-sach-cu.html",
            DemoPage.Silent => "cong-khai.html",
            DemoPage.Scan => "cong-khai-du-toan-ngan-sach-nam-2022.pdf",
        };

    public static DemoPage? PageOf(string file) =>
        Enum.GetValues<DemoPage>().Cast<DemoPage?>().FirstOrDefault(page => FileOf(page!.Value) == file);

    public static string Html(DemoPage page) =>
        page is DemoPage.Published
            ? Page(
                "Công khai dự toán ngân sách năm 2022",
                "Ủy ban nhân dân xã công bố công khai dự toán ngân sách năm 2022 đã được Hội đồng nhân dân xã quyết định.",
                """
                <table><tr><th>Nội dung</th><th>Dự toán năm 2022 (triệu đồng)</th></tr><tr><td>Tổng thu</td><td>8.450</td></tr><tr><td>Tổng chi</td><td>8.450</td></tr></table>
                <footer>Số liệu trên trang này là giả lập.</footer>
                """
            )
            : Page(
                "Giới thiệu chung",
                "Vị trí địa lý, dân số và tình hình kinh tế - xã hội. Trang giả lập để chạy thử."
            );

    /// <summary>A document with one page and no text.</summary>
    public static byte[] Pdf =>
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """u8.ToArray();

    private static string Page(string title, string text, string below = "") =>
        $"""
            <!DOCTYPE html>
            <html lang="vi">
            <head><meta charset="utf-8"><title>{title}</title></head>
            <body><h1>{title}</h1><p>{text}</p>{below}</body>
            </html>
            """;
}
