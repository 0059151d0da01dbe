using CCHC.Pipeline.Sheets;

namespace CCHC.Pipeline.Checklists.Template;

/// <summary>What the cells of the template look like: what is given is white or grey, what is asked for yellow.</summary>
internal static class TemplateLooks
{
    private const string Yellow = "FFF6CC";
    private const string Grey = "E9E9E9";
    private const string Blue = "DCE6F1";

    public static Look Title { get; } =
        new()
        {
            Size = 14,
            IsBold = true,
            Across = Across.Center,
        };

    public static Look Subtitle { get; } = new() { IsItalic = true, Across = Across.Center };

    public static Look Heading { get; } =
        new()
        {
            IsBold = true,
            Fill = Blue,
            HasBorder = true,
            Across = Across.Center,
            Wraps = true,
        };

    public static Look Section { get; } = new() { IsBold = true };

    public static Look Prose { get; } = new() { Wraps = true, Down = Down.Top };

    /// <summary>Given and locked; units follow one another in white and grey.</summary>
    public static Look Given(bool isGrey) =>
        new()
        {
            HasBorder = true,
            Wraps = true,
            Fill = isGrey ? Grey : null,
        };

    /// <summary>To be filled in as text: nothing that is typed becomes something else.</summary>
    public static Look Asked { get; } =
        new()
        {
            HasBorder = true,
            Wraps = true,
            Fill = Yellow,
            IsInput = true,
            Format = CellFormat.Text,
        };

    /// <summary>To be filled in with a number.</summary>
    public static Look AskedNumber { get; } = Asked with { Format = CellFormat.General, Across = Across.Left };
}
