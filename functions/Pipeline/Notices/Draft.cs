using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>What every sentence of one letter needs to know.</summary>
/// <param name="Unit">The frozen figures.</param>
/// <param name="Authority">Who speaks.</param>
internal sealed record Draft(ReviewedUnit Unit, Authority Authority)
{
    /// <summary>The period's name: "quý I năm 2022".</summary>
    public string Period { get; } = Vietnamese.Name(Unit.Period);

    /// <summary>The quarter before, if it was reviewed: "quý IV năm 2021".</summary>
    public string? Before { get; } =
        Unit.Previous is { } previous && Periods.Period.TryParse(previous.Period, Unit.Scheme, out var period)
            ? Vietnamese.Name(period)
            : null;

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

    /// <summary>Acknowledges in one sentence what was below in the quarter before and is met now.</summary>
    public void SayCorrected(LetterBody body)
    {
        var names = Unit
            .Findings.Where(finding => finding.Verdict is Verdict.Met)
            .Select(finding => (finding.Kpi.Id, finding.Kpi.Name, Order: finding.Kpi.Place))
            .Concat(
                Unit.Inspected.Where(finding => finding.Verdict is Verdict.Met)
                    .Select(finding => (finding.Criterion.Id, finding.Criterion.Name, finding.Criterion.Order))
            )
            .Where(met => Unit.Previous?.Find(met.Id) is { Verdict: Verdict.Below })
            .OrderBy(met => met.Order)
            .Select(met => Vietnamese.LowerStart(met.Name))
            .ToList();
        if (names.Count == 0)
            return;
        var shortcomings = names.Count == 1 ? "hạn chế" : $"{Vietnamese.Number(names.Count)} hạn chế";
        body.Say(
            $"Ghi nhận {Committee} đã khắc phục {shortcomings} được xác định qua kiểm tra {Before}: {string.Join("; ", names)}."
        );
    }

    /// <summary>Lists in one neutral sentence the criteria that could not be judged: the gaps are the inspection's own.</summary>
    public void SayNotAssessed(LetterBody body)
    {
        var names = Unit
            .Inspected.Where(finding => finding.Verdict is Verdict.Insufficient)
            .OrderBy(finding => finding.Criterion.Order)
            .Select(finding => Vietnamese.LowerStart(finding.Criterion.Name))
            .ToList();
        if (names.Count > 0)
            body.Say(
                $"Nội dung chưa đủ dữ liệu để đánh giá trong kỳ này, không tính là hạn chế của đơn vị: {string.Join("; ", names)}."
            );
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
