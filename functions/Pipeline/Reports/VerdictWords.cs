using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Reports;

internal static class VerdictWords
{
    public static string Of(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Met => "Đạt",
            Verdict.Below => "Chưa đạt",
            Verdict.Insufficient => "Không đủ dữ liệu",
            Verdict.None => "Không phát sinh",
            null => "Không giao chỉ tiêu",
        };
}
