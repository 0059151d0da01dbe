using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>
/// Writes a unit's letter from its frozen figures: a corrective notice where a target was missed, with a request for data
/// beside it where data are insufficient; the request alone where nothing was missed.
/// </summary>
public static class NoticeText
{
    /// <summary>One letter per unit and period, the same for the same figures.</summary>
    /// <exception cref="ArgumentException">The unit met every target: it gets no letter.</exception>
    public static Letter Compose(ReviewedUnit unit, Authority authority)
    {
        if (!unit.NeedsNotice)
            throw new ArgumentException($"{unit.Unit.Id} met every target and gets no letter.", nameof(unit));
        var draft = new Draft(unit, authority);
        var text = unit.IsBelow ? CorrectiveNotice.Of(draft) : DataRequest.Of(draft);
        return authority.OfLetters().Draft(DocumentKind.OfficialLetter, [draft.Addressee], text, unit.ReviewedOn);
    }
}
