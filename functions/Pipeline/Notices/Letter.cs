namespace CCHC.Pipeline.Notices;

/// <summary>
/// An official letter (công văn) after NĐ 30/2020/NĐ-CP, independent of the file format it is written in.
/// Number, day, signature and the signer's name are the clerk's and the signer's to give: blank here, always.
/// </summary>
public sealed record Letter
{
    public const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>In capitals; empty when the issuing body names none above it.</summary>
    public required string Superior { get; init; }

    /// <summary>In capitals, line by line.</summary>
    public required IReadOnlyList<string> Issuer { get; init; }

    /// <summary>"Số:        /UBND-HC".</summary>
    public required string Number { get; init; }

    /// <summary>"V/v …".</summary>
    public required string Subject { get; init; }

    /// <summary>"Hồng Ngự, ngày      tháng 3 năm 2022".</summary>
    public required string PlaceAndDate { get; init; }

    /// <summary>The one addressee after "Kính gửi:".</summary>
    public required string Addressee { get; init; }

    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>The last paragraph; ends in "./.".</summary>
    public required string Closing { get; init; }

    /// <summary>Authority of the signer in capitals, line by line.</summary>
    public required IReadOnlyList<string> SignerForm { get; init; }

    /// <summary>The lines under "Nơi nhận:", each with its dash and stop.</summary>
    public required IReadOnlyList<string> CopiesTo { get; init; }
}

/// <summary>A piece of a letter's body.</summary>
public abstract record Block
{
    private protected Block() { }
}

/// <summary>A numbered title on its own line: "1. Kết quả kiểm tra".</summary>
public sealed record Heading(string Text) : Block;

public sealed record Paragraph(string Text) : Block;

/// <summary>Counts of dossiers, with a header row.</summary>
public sealed record FigureTable(FigureRow Header, IReadOnlyList<FigureRow> Rows) : Block;

/// <summary>A count in words and figures.</summary>
/// <param name="Mark">Number of a sum; empty for the parts it is made of.</param>
/// <param name="Label">What was counted.</param>
/// <param name="Value">How many.</param>
public sealed record FigureRow(string Mark, string Label, string Value)
{
    public bool IsSum => Mark.Length > 0;
}
