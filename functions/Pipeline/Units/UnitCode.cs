using System.Diagnostics.CodeAnalysis;

namespace CCHC.Pipeline.Units;

/// <summary>A commune's five-digit code from the General Statistics Office's list. Codes are reused: see <see cref="Unit"/>.</summary>
public readonly record struct UnitCode
{
    private UnitCode(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out UnitCode code)
    {
        var valid = text is { Length: 5 } && text.All(char.IsAsciiDigit);
        code = valid ? new UnitCode(text!) : default;
        return valid;
    }

    public override string ToString() => Text;
}
