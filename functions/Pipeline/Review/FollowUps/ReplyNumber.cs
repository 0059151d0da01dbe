using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Review.FollowUps;

/// <summary>
/// Number and symbol of a unit's written answer, 12/BC-UBND (NĐ 30/2020, annex I): nothing else fits, so that no name and
/// no telephone number gets into the register.
/// </summary>
public readonly partial record struct ReplyNumber
{
    private ReplyNumber(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out ReplyNumber? number)
    {
        var trimmed = text.Trim().Normalize();
        number = Form().IsMatch(trimmed) ? new ReplyNumber(trimmed) : null;
        return number is not null;
    }

    [GeneratedRegex(
        "^[0-9]{1,5}[a-z]?/[A-ZĐ]{1,10}(-[A-ZĐ&]{1,10}){0,3}$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
