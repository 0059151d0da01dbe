namespace CCHC.Pipeline.Notices;

/// <summary>The frame around a document's text: who issues it, under which symbol, who signs, who gets copies.</summary>
/// <param name="Superior">In capitals; may be empty.</param>
/// <param name="Issuer">In capitals, line by line.</param>
/// <param name="Symbol">What follows the number.</param>
/// <param name="Place">Where it is dated.</param>
/// <param name="SignerForm">In capitals, line by line.</param>
/// <param name="CopiesTo">Without dashes and full stops.</param>
public sealed record Letterhead(
    string Superior,
    IReadOnlyList<string> Issuer,
    string Symbol,
    string Place,
    IReadOnlyList<string> SignerForm,
    IReadOnlyList<string> CopiesTo
)
{
    private const string RoomForNumber = "       ";
    private const string RoomForDay = "     ";

    /// <summary>A draft: number and day are blank, month and year those of the review.</summary>
    /// <param name="kind">Letter or report.</param>
    /// <param name="addressees">May be empty.</param>
    /// <param name="text">Subject (a letter's with its "V/v"), body and closing.</param>
    /// <param name="reviewedOn">The day of the review.</param>
    public Letter Draft(DocumentKind kind, IReadOnlyList<string> addressees, LetterText text, DateOnly reviewedOn) =>
        new()
        {
            Kind = kind,
            Superior = Superior,
            Issuer = Issuer,
            Number = $"Số: {RoomForNumber}/{Symbol}",
            Subject = text.Subject,
            PlaceAndDate = $"{Place}, ngày {RoomForDay}{Vietnamese.Month(reviewedOn.Year, reviewedOn.Month)}",
            Addressees = addressees,
            Body = text.Body,
            Closing = text.Closing,
            SignerForm = SignerForm,
            CopiesTo = [.. Letter.Dashed(CopiesTo)],
        };

    /// <summary>The same document with the number and day that the clerk gave.</summary>
    public Letter Issue(Letter draft, string number, DateOnly date) =>
        draft with
        {
            Number = $"Số: {number}/{Symbol}",
            PlaceAndDate = $"{Place}, {Vietnamese.Day(date)}",
            IssuedAs = $"số {number}/{Symbol} {Vietnamese.Day(date)}",
        };
}
