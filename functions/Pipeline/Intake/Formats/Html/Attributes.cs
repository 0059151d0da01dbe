using System.Buffers;

namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>The attributes of one tag, one after another, as the HTML standard (§13.2.5.32 ff.) splits them.</summary>
internal ref struct Attributes(ReadOnlySpan<char> text)
{
    private const string White = " \t\n\r\f";
    private static readonly SearchValues<char> Blanks = SearchValues.Create(White);
    private static readonly SearchValues<char> BeforeName = SearchValues.Create(White + "/");
    private static readonly SearchValues<char> AfterName = SearchValues.Create(White + "/>=");
    private static readonly SearchValues<char> AfterValue = SearchValues.Create(White + ">");
    private readonly ReadOnlySpan<char> text = text;

    /// <summary>How far reading came: behind the tag once <see cref="Next"/> said false.</summary>
    public int Position { get; private set; }

    /// <summary>True when the text ended before the tag did.</summary>
    public bool IsCut { get; private set; }

    public ReadOnlySpan<char> Name { get; private set; }
    public ReadOnlySpan<char> Value { get; private set; }

    public bool Next()
    {
        SkipTo(text[Position..].IndexOfAnyExcept(BeforeName));
        if (EndsHere())
            return false;
        var rest = text[Position..];
        // The standard lets a name begin with the sign of equality.
        var length = rest[1..].IndexOfAny(AfterName);
        Name = length < 0 ? rest : rest[..(length + 1)];
        Position += Name.Length;
        Value = default;
        var next = text[Position..].IndexOfAnyExcept(Blanks);
        if (next < 0 || text[Position + next] != '=')
            return true;
        Position += next + 1;
        SkipTo(text[Position..].IndexOfAnyExcept(Blanks));
        ReadValue();
        return true;
    }

    private void ReadValue()
    {
        if (Position >= text.Length || text[Position] == '>')
            return;
        var quote = text[Position];
        var isQuoted = quote is '"' or '\'';
        var rest = text[(Position + (isQuoted ? 1 : 0))..];
        var length = isQuoted ? rest.IndexOf(quote) : rest.IndexOfAny(AfterValue);
        Value = length < 0 ? rest : rest[..length];
        Position = length < 0 ? text.Length : Position + length + (isQuoted ? 2 : 0);
    }

    private bool EndsHere()
    {
        IsCut = Position >= text.Length;
        if (IsCut)
            return true;
        if (text[Position] != '>')
            return false;
        Position++;
        return true;
    }

    private void SkipTo(int distance) => Position = distance < 0 ? text.Length : Position + distance;
}
