namespace CCHC.Pipeline.Notices;

/// <summary>The page after NĐ 30/2020, annex I, in twips (1/1440 inch).</summary>
internal static class PageLayout
{
    // A4; margins: top and bottom 20 mm, left 30 mm, right 15 mm. 15 mm are 850.4 twips: rounded up, not below the least.
    public const int Width = 11_906;
    public const int Height = 16_838;
    public const int Top = 1134;
    public const int Bottom = 1134;
    public const int Left = 1701;
    public const int Right = 851;

    /// <summary>10 mm: the page number stands in the middle of the top margin.</summary>
    public const int PageNumber = 567;

    public const int Text = Width - Left - Right;

    /// <summary>Of an appendix that lies on its side.</summary>
    public const int LandscapeText = Height - Left - Right;

    /// <summary>The country's name at 13 points bold is 5424 twips wide and must not wrap.</summary>
    public const int HeadRight = 5800;
    public const int HeadLeft = Text - HeadRight;

    /// <summary>1.27 cm.</summary>
    public const int FirstLine = 720;
}
