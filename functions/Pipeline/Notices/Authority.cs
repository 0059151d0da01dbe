using System.Text.Json.Serialization;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Notices;

/// <summary>Who issues notices during one span of days (both ends inclusive, an empty end is open), and in which forms.</summary>
public sealed record Authority
{
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    /// <summary>The body directly above, in capitals; empty for a people's committee.</summary>
    public string Superior { get; init; } = "";

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

    /// <summary>In whose name and as what the signer signs: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", or "CHỦ TỊCH" alone.</summary>
    public required IReadOnlyList<string> SignerForm { get; init; }

    /// <summary>The office that follows up and receives reports.</summary>
    public required string FollowUpOffice { get; init; }

    /// <summary>Nơi nhận without dashes and full stops; the last one says where it is filed.</summary>
    public required IReadOnlyList<string> CopiesTo { get; init; }

    /// <summary>How units are addressed and named.</summary>
    public UnitForms Units { get; init; } = new();

    /// <summary>What letters say for "is told to": a superior orders, a department asks.</summary>
    public string Orders { get; init; } = "Yêu cầu";

    /// <summary>The one-stop desk of a unit: another name since July 2025.</summary>
    public string Desk { get; init; } = "Bộ phận Tiếp nhận và Trả kết quả";

    /// <summary>How the report on all units is headed; left out, the authority reports in its own name.</summary>
    public ReportForm? Report { get; init; }

    /// <summary>Working days from the day of issue until the unit reports what it has corrected.</summary>
    public int CorrectionWorkingDays { get; init; } = 15;

    /// <summary>Working days from the day of issue until the missing data are there.</summary>
    public int DataWorkingDays { get; init; } = 5;

    /// <summary>The shipped authority of that day; staff's own list is asked through <see cref="Authorities"/>.</summary>
    public static Authority On(DateOnly day) => Authorities.Shipped.On(day);

    /// <summary>The frame of its letters.</summary>
    public Letterhead OfLetters() => new(Superior, Issuer, Symbol, Place, SignerForm, CopiesTo);

    /// <summary>The frame of the report on all units.</summary>
    public Letterhead OfReports() =>
        Report is { } report
            ? new(report.Superior, report.Issuer, report.Symbol, Place, report.SignerForm, report.CopiesTo)
            : OfLetters() with
            {
                Symbol = $"BC-{Symbol.Split('-')[0]}",
            };

    [JsonIgnore]
    public Term Term => new(ValidFrom, ValidTo);

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
        foreach (var fault in Units.Faults().Concat(Report?.Faults() ?? []))
            yield return fault;
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
            ("orders", Orders),
            ("desk", Desk),
        ];
}
