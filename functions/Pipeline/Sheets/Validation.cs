using System.Globalization;

namespace CCHC.Pipeline.Sheets;

/// <summary>What may be typed into cells. Nothing at all always may.</summary>
public abstract record Validation
{
    private const int LongestTitle = 32;
    private const int LongestText = 255;

    private protected Validation() { }

    /// <summary>Shown while the cell is filled in: a title, and what is expected.</summary>
    public (string Title, string Text) Prompt { get; init; } = ("", "");

    /// <summary>Shown when something else was typed. Empty: something else is let pass.</summary>
    public (string Title, string Text) Error { get; init; } = ("", "");

    /// <summary>The kind as the format names it.</summary>
    internal abstract string Type { get; }

    internal virtual string? Operator => null;

    internal abstract string First { get; }

    internal virtual string? Second => null;

    /// <summary>Longer ones make a spreadsheet "repair" the file.</summary>
    internal void Check()
    {
        if (Prompt.Title.Length > LongestTitle || Error.Title.Length > LongestTitle)
            throw new InvalidOperationException($"A validation's title has at most {LongestTitle} characters.");
        if (Prompt.Text.Length > LongestText || Error.Text.Length > LongestText || First.Length > LongestText)
            throw new InvalidOperationException($"A validation's text has at most {LongestText} characters.");
    }
}

/// <summary>One of a few values, offered as a drop-down list; none may hold a comma or a quote.</summary>
public sealed record OneOf(IReadOnlyList<string> Values) : Validation
{
    internal override string Type => "list";

    internal override string First =>
        Values.Any(value => value.AsSpan().ContainsAny(",\""))
            ? throw new InvalidOperationException("A value with a comma or a quote needs a list in a range.")
            : $"\"{string.Join(',', Values)}\"";
}

/// <summary>One of the values that stand in a range, of a hidden sheet for instance; offered as a drop-down list.</summary>
public sealed record OneOfRange(string Sheet, CellRange Range) : Validation
{
    internal override string Type => "list";

    internal override string First => $"'{Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{Range.Fixed}";
}

/// <summary>A whole number, so great or greater.</summary>
public sealed record WholeFrom(int Least) : Validation
{
    internal override string Type => "whole";

    internal override string Operator => "greaterThanOrEqual";

    internal override string First => Least.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A day, that one or a later one. What counts as a day depends on the reader's locale.</summary>
public sealed record DayFrom(DateOnly Earliest) : Validation
{
    internal override string Type => "date";

    internal override string Operator => "greaterThanOrEqual";

    internal override string First =>
        (Earliest.DayNumber - SerialDays.Epoch.DayNumber).ToString(CultureInfo.InvariantCulture);
}

/// <summary>So many characters.</summary>
public sealed record OfLength(int Least, int Most) : Validation
{
    internal override string Type => "textLength";

    internal override string First => Least.ToString(CultureInfo.InvariantCulture);

    internal override string Second => Most.ToString(CultureInfo.InvariantCulture);
}
