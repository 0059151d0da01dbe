using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What is counted of a take-in: each upload once, when its receipt is written, however often it is delivered.</summary>
internal static class TakeInCounts
{
    /// <summary>Counts a receipt that this take-in wrote; one that was there before has been counted then.</summary>
    public static void CountReceipt(this Instruments instruments, Receipt receipt)
    {
        instruments.Exports.Add(1, MetricTags.Outcome(receipt.Outcome.ToString().ToLowerInvariant()));
        if (receipt.Accepted > 0)
            instruments.Rows.Add(receipt.Accepted, MetricTags.Result("accepted"));
        if (receipt.Refused > 0)
            instruments.Rows.Add(receipt.Refused, MetricTags.Result("refused"));
        // "more" is no fault but the end of a list that was cut.
        foreach (var code in receipt.Faults.Where(fault => fault.Code != FaultCodes.More).CountBy(fault => fault.Code))
            instruments.Faults.Add(code.Value, MetricTags.Code(code.Key));
    }
}
