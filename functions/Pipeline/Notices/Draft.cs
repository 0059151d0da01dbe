using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>What every sentence of one letter needs to know.</summary>
/// <param name="Unit">The frozen figures.</param>
/// <param name="Authority">Who speaks.</param>
internal sealed record Draft(ReviewedUnit Unit, Authority Authority)
{
    /// <summary>The period's name: "quý I năm 2022".</summary>
    public string Period { get; } = Vietnamese.Name(Unit.Period);

    /// <summary>After "Kính gửi:".</summary>
    public string Addressee => Fill(Authority.Units.Addressee);

    /// <summary>The committee when first named in the text, with the abbreviation used from then on.</summary>
    public string Introduced => Fill(Authority.Units.CommitteeInFull);

    /// <summary>The addressed committee when named again: "UBND xã Long Khánh A".</summary>
    public string Committee => Fill(Authority.Units.Committee);

    /// <summary>"Chủ tịch UBND xã Long Khánh A".</summary>
    public string Head => Fill(Authority.Units.Head);

    /// <summary>From–to of the period, unless its name says so already, and the day the figures count up to.</summary>
    public string Basis
    {
        get
        {
            var span = Unit.Period.Key is null
                ? ""
                : $"kỳ báo cáo {Vietnamese.Span(Unit.Period.From, Unit.Period.To)}; ";
            return $"{span}{AsOf}";
        }
    }

    public void ShowFigures(LetterBody body)
    {
        if (Unit.Figures.IsEmpty)
            return;
        body.Say("Số liệu giải quyết hồ sơ thủ tục hành chính của đơn vị trong kỳ:");
        body.Show(Figures.Of(Unit.Figures));
    }

    // Domain rule: what comes after the period's last day isn't counted, so the earlier of both days is the true one.
    private string AsOf =>
        Unit.Coverage.AsOf switch
        {
            { } day when day < Unit.Period.To => $"số liệu tính đến {Vietnamese.Day(day)}",
            { } => $"số liệu tính đến {Vietnamese.Day(Unit.Period.To)}",
            null => "chưa có số liệu",
        };

    private string Fill(string form) => UnitForms.Fill(form, Vietnamese.InSentence(Unit.Unit.Name));
}
