using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review.FollowUps;

/// <summary>An item of the register as a row of table FollowUps.</summary>
internal static class FollowUpEntity
{
    public static TableEntity Of(FollowUp item) =>
        new TableEntity(item.Unit, Keys.FollowUpRow(item.Period, item.Finding))
        {
            ["Period"] = item.Period,
            ["Finding"] = item.Finding,
            ["Name"] = item.Name,
            ["Times"] = item.Times,
            ["Number"] = item.Number,
            ["IssuedOn"] = IsoDay.Of(item.IssuedOn),
            ["Deadline"] = IsoDay.Of(item.Deadline),
            ["Reply"] = item.Reply,
            ["RepliedOn"] = IsoDay.Of(item.RepliedOn),
            ["Outcome"] = item.Outcome.ToString(),
            ["OutcomePeriod"] = item.OutcomePeriod,
        }.Marked();

    /// <summary>As it was stored.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static FollowUp Read(StoredRow row)
    {
        var item = new FollowUp
        {
            Unit = row.Partition,
            Period = row.Text("Period"),
            Finding = row.Text("Finding"),
            Name = row.Text("Name"),
            Times = row.Whole("Times"),
            Number = row.Text("Number"),
            IssuedOn = row.Day("IssuedOn"),
            Deadline = row.Day("Deadline"),
            Reply = row.Text("Reply"),
            RepliedOn = row.Day("RepliedOn"),
            Outcome = row.Choice<FollowUpOutcome>("Outcome"),
            OutcomePeriod = row.Text("OutcomePeriod"),
        };
        return $"{item.Period}-{item.Finding}" == row.Key && Period.TryParse(item.Period, PeriodScheme.Statutory, out _)
            ? item
            : throw row.Unreadable("kỳ hoặc nội dung không đúng với dòng này");
    }
}
