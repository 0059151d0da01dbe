namespace CCHC.Pipeline.Notices;

/// <summary>How the report on all units is headed and signed: the office that follows up reports to the authority.</summary>
public sealed record ReportForm
{
    /// <summary>In capitals; may be empty.</summary>
    public string Superior { get; init; } = "";

    /// <summary>In capitals, line by line.</summary>
    public required IReadOnlyList<string> Issuer { get; init; }

    /// <summary>What follows the number: BC-PNV.</summary>
    public required string Symbol { get; init; }

    /// <summary>After "Kính gửi:"; empty = addressed to nobody.</summary>
    public string Addressee { get; init; } = "";

    /// <summary>In capitals, line by line.</summary>
    public required IReadOnlyList<string> SignerForm { get; init; }

    /// <summary>Nơi nhận without dashes and full stops.</summary>
    public required IReadOnlyList<string> CopiesTo { get; init; }

    internal IEnumerable<string> Faults() =>
        new[]
        {
            ("issuer", string.Concat(Issuer)),
            ("symbol", Symbol),
            ("signerForm", string.Concat(SignerForm)),
            ("copiesTo", string.Concat(CopiesTo)),
        }
            .Where(text => string.IsNullOrWhiteSpace(text.Item2))
            .Select(text => $"thiếu report.{text.Item1}");
}
