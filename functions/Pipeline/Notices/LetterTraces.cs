using CCHC.Pipeline.Review.FollowUps;

namespace CCHC.Pipeline.Notices;

/// <summary>What else says of a letter without a record that it was issued.</summary>
/// <param name="Items">Of the unit's register, of the letter's period.</param>
/// <param name="Claims">The numbers that are taken for the letter, as they are stored.</param>
/// <param name="Html">The issued letter itself; null where it isn't there.</param>
internal sealed record LetterTraces(IReadOnlyList<FollowUp> Items, IReadOnlyList<NumberClaim> Claims, string? Html)
{
    private FollowUp? Issued => Items.FirstOrDefault(item => item.IssuedOn is not null);

    /// <summary>Whether all that is known of the letter agrees with what is asked: a broken-off issuing is completed so.</summary>
    public bool Agree(IssuedNotice asked, Authority authority) =>
        (Issued is not { } item || (item.Number, item.IssuedOn) == (asked.Number, asked.Date))
        && Claims.All(claim => claim.Path == NumberClaims.PathOf(authority, asked))
        && Html?.Contains(
            $"số {asked.Number}/{authority.Symbol} {Vietnamese.Day(asked.Date)}.",
            StringComparison.Ordinal
        )
            is not false;

    /// <summary>The record as far as it is known; null where only a number is.</summary>
    public IssuedNotice? Known(IssuedNotice asked) =>
        Issued is { IssuedOn: { } day, Deadline: { } deadline } item
            ? asked with
            {
                Number = item.Number,
                Date = day,
                CorrectionDeadline = deadline,
            }
            : null;

    /// <summary>The number and, where it is known, the day that were given.</summary>
    public string Words(Authority authority) =>
        Issued is { IssuedOn: { } day } item ? $"số {item.Number}/{authority.Symbol} {Vietnamese.Day(day)}"
        : Claims.Count > 0 ? $"số {string.Join(", ", Claims.Select(claim => claim.Number))}/{authority.Symbol}"
        : "số và ngày ghi trên công văn";
}
