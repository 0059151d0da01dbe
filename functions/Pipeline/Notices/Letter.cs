namespace CCHC.Pipeline.Notices;

/// <summary>How a document is named and headed.</summary>
public enum DocumentKind
{
    /// <summary>Công văn: "V/v …" under the number, no name of its kind.</summary>
    OfficialLetter,

    /// <summary>Báo cáo: its kind and subject stand in the middle, above the text.</summary>
    Report,
}

/// <summary>
/// An official letter (công văn) or report (báo cáo) after NĐ 30/2020/NĐ-CP, independent of the file format it is written in.
/// Signature and the signer's name are the signer's to give: blank here, always; number and day are the clerk's.
/// </summary>
public sealed record Letter
{
    public const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The name a report's subject stands under.</summary>
    public const string ReportWord = "BÁO CÁO";

    public DocumentKind Kind { get; init; }

    /// <summary>In capitals; empty when the issuing body names none above it.</summary>
    public required string Superior { get; init; }

    /// <summary>In capitals, line by line.</summary>
    public required IReadOnlyList<string> Issuer { get; init; }

    /// <summary>"Số:        /UBND-HC", with the number once it was issued.</summary>
    public required string Number { get; init; }

    /// <summary>A letter's "V/v …"; a report's title under its kind.</summary>
    public required string Subject { get; init; }

    /// <summary>"Hồng Ngự, ngày      tháng 3 năm 2022", with the day once it was issued.</summary>
    public required string PlaceAndDate { get; init; }

    /// <summary>After "Kính gửi:": one stands on the same line, more on lines of their own; none is none.</summary>
    public required IReadOnlyList<string> Addressees { get; init; }

    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>The last paragraph; ends in "./.".</summary>
    public required string Closing { get; init; }

    /// <summary>Authority of the signer in capitals, line by line.</summary>
    public required IReadOnlyList<string> SignerForm { get; init; }

    /// <summary>The lines under "Nơi nhận:", each with its dash and stop.</summary>
    public required IReadOnlyList<string> CopiesTo { get; init; }

    /// <summary>What follows the signature, each on pages of its own.</summary>
    public IReadOnlyList<Appendix> Appendices { get; init; } = [];

    /// <summary>"số 389/UBND-HC ngày 25 tháng 3 năm 2022" once it was issued; "" while it is a draft.</summary>
    public string IssuedAs { get; init; } = "";

    /// <summary>The addressees with dashes, as they stand when there are several.</summary>
    internal IEnumerable<string> AddresseeLines => Dashed(Addressees);

    /// <summary>"- a;", "- b." of several names.</summary>
    internal static IEnumerable<string> Dashed(IReadOnlyList<string> names) =>
        names.Select((name, index) => $"- {name}{(index < names.Count - 1 ? ';' : '.')}");
}
