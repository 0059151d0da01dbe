namespace CCHC.Pipeline.Notices;

/// <summary>Who issues notices during one span of days (both ends inclusive, an empty end is open), and in which forms.</summary>
public sealed record Authority
{
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    /// <summary>The body directly above, in capitals; empty for a people's committee.</summary>
    public string Superior
    {
        get;
        // The reader of JSON sets what a file leaves out to null.
        init => field = value ?? "";
    } = "";

    /// <summary>The issuing body in capitals, as the letterhead breaks it into lines.</summary>
    public required IReadOnlyList<string> Issuer { get; init; }

    /// <summary>What follows the number: UBND-HC.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where letters are dated.</summary>
    public required string Place { get; init; }

    /// <summary>Who speaks, as first named: "Chủ tịch UBND huyện Hồng Ngự".</summary>
    public required string Head { get; init; }

    /// <summary>The same when named again: "Chủ tịch UBND huyện".</summary>
    public required string HeadShort { get; init; }

    /// <summary>In whose name and as what the signer signs: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", or the latter alone.</summary>
    public required IReadOnlyList<string> SignerForm { get; init; }

    /// <summary>The office that follows up and receives reports.</summary>
    public required string FollowUpOffice { get; init; }

    /// <summary>Nơi nhận without dashes and full stops; the last one says where it is filed.</summary>
    public required IReadOnlyList<string> CopiesTo { get; init; }

    /// <summary>Working days from the day of issue until the unit reports what it has corrected.</summary>
    public int CorrectionWorkingDays { get; init; } = 15;

    /// <summary>Working days from the day of issue until the missing data are there.</summary>
    public int DataWorkingDays { get; init; } = 5;

    /// <summary>The shipped authority of that day; staff's own list is asked through <see cref="Authorities"/>.</summary>
    public static Authority On(DateOnly day) => Authorities.Shipped.On(day);

    public bool IsValidOn(DateOnly day) =>
        (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>What is missing or impossible, in Vietnamese; empty when nothing is.</summary>
    internal IEnumerable<string> Faults()
    {
        if (ValidFrom > ValidTo)
            yield return "validFrom sau validTo";
        foreach (var (name, text) in Texts())
        {
            if (string.IsNullOrWhiteSpace(text))
                yield return $"thiếu {name}";
        }
        if (CorrectionWorkingDays < 1 || DataWorkingDays < 1)
            yield return "thời hạn phải từ 1 ngày làm việc trở lên";
    }

    private IEnumerable<(string Name, string Text)> Texts() =>
        [
            ("issuer", string.Concat(Issuer)),
            ("symbol", Symbol),
            ("place", Place),
            ("head", Head),
            ("headShort", HeadShort),
            ("signerForm", string.Concat(SignerForm)),
            ("followUpOffice", FollowUpOffice),
            ("copiesTo", string.Concat(CopiesTo)),
        ];
}
