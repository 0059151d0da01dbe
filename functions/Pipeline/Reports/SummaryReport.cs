using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>The report on all units, from the office that follows up to the head of the authority (domain.md §1, S12).</summary>
public static class SummaryReport
{
    /// <summary>The same results give the same report.</summary>
    public static Letter Compose(QuarterResults results)
    {
        var authority = results.Authority;
        var body = new ReportBody();
        body.Say(
            $"{authority.FollowUpOffice} báo cáo {authority.Head} kết quả kiểm tra, đánh giá công tác cải cách hành chính "
                + $"{results.PeriodName} của {results.Territory.Count(results.Units.Count)} trên địa bàn (kỳ báo cáo "
                + $"{Vietnamese.Span(results.Period.From, results.Period.To)}; {Names.DataDays(results, "nêu tại Phụ lục II")}) như sau:"
        );
        GeneralSection.Write(body, results);
        KpiSection.Write(body, results);
        InspectionSection.Write(body, results);
        HistorySection.Write(body, results);
        CommendationSection.Write(body, results);
        CoverageSection.Write(body, results);
        WaitingSection.Write(body, results);
        ProposalSection.Write(body, results);
        var text = new LetterText(
            $"Kết quả kiểm tra, đánh giá công tác cải cách hành chính {results.PeriodName}",
            body.Blocks,
            $"{authority.FollowUpOffice} kính báo cáo {authority.HeadShort} xem xét, chỉ đạo./."
        );
        return authority.OfReports().Draft(DocumentKind.Report, Addressees(authority), text, results.ReviewedOn) with
        {
            Appendices =
            [
                KpiAppendix.Of(results),
                CoverageAppendix.Of(results),
                .. InspectionSection.Appendix(results) is { } inspected ? (Appendix[])[inspected] : [],
            ],
        };
    }

    private static IReadOnlyList<string> Addressees(Authority authority) =>
        authority.Report is { Addressee: { Length: > 0 } addressee } ? [addressee] : [];
}
