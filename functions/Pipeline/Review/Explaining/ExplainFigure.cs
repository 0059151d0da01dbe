using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review.Explaining;

/// <summary>Lists the dossiers behind a figure; a list that doesn't add up to it is never shown.</summary>
public sealed class ExplainFigure(ReviewTable reviews, RestingLedger ledgers)
{
    /// <summary>The frozen figure's dossiers; those of the present one where the period was not reviewed.</summary>
    /// <exception cref="InvalidDataException">They don't add up to it.</exception>
    public async Task<ExplainedFigure> ExplainAsync(Unit unit, Period period, Kpi kpi, CancellationToken cancellation)
    {
        var reviewed = await reviews.FindAsync(period, unit, cancellation);
        period = reviewed?.Period ?? period;
        var known = reviewed is null
            ? await ledgers.PresentAsync(unit.Id, cancellation)
            : await ledgers.OfAsync(reviewed, cancellation);
        var figure = FigureOf(reviewed, kpi) ?? kpi.Of(PeriodFigures.Of(known.Ledger, period));
        var dossiers = Explanation.Of(known.Ledger, period, kpi);
        var sum = Explanation.Sum(dossiers);
        if (sum != figure || (reviewed is not null && reviewed.Coverage.AsOf != known.Ledger.AsOf))
            throw new InvalidDataException(
                $"Danh sách hồ sơ của {unit.Name}, kỳ {period.Name}, {kpi.Id} cộng lại là {Text(sum)}, không khớp với số {(reviewed is null ? "hiện có" : "đã chốt")} {Text(figure)}, nên không in ra. Chạy lại; nếu vẫn vậy, chạy cchc rebuild --verify."
            );
        return new(
            unit,
            period,
            kpi,
            figure,
            known.Ledger.AsOf,
            reviewed?.ReviewedOn,
            dossiers,
            known.Files,
            known.Ledger.Uploads.ToDictionary(upload => upload.Key, upload => upload.Value.JournalPath(unit.Id))
        );
    }

    /// <summary>What the letter says, where there is a target; of other KPIs what follows from the frozen counts.</summary>
    private static Fraction? FigureOf(ReviewedUnit? reviewed, Kpi kpi) =>
        reviewed is null ? null
        : reviewed.Findings.FirstOrDefault(finding => finding.Kpi.Id == kpi.Id) is { } finding ? finding.Figure
        : kpi.Of(reviewed.Figures);

    private static string Text(Fraction figure) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{figure.Num}/{figure.Den}, chưa rõ {figure.Unknown}"
        );
}
