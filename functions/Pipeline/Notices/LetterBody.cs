using System.Globalization;

namespace CCHC.Pipeline.Notices;

/// <summary>Collects a body's blocks and numbers its sections and points.</summary>
internal sealed class LetterBody
{
    private readonly List<Block> blocks = [];
    private int sections;

    public IReadOnlyList<Block> Blocks => blocks;

    public void Section(string title) =>
        blocks.Add(new Heading(string.Create(CultureInfo.InvariantCulture, $"{++sections}. {title}")));

    public void Say(string text) => blocks.Add(new Paragraph(text));

    /// <summary>Lettered when there are several.</summary>
    public void Points(IReadOnlyList<string> points)
    {
        if (points is [var only])
        {
            Say(only);
            return;
        }
        foreach (var (index, point) in points.Index())
            Say($"{Vietnamese.Point(index)} {point}");
    }

    public void Show(FigureTable table) => blocks.Add(table);
}

/// <summary>The part of a letter that depends on what was found.</summary>
public sealed record LetterText(string Subject, IReadOnlyList<Block> Body, string Closing);
