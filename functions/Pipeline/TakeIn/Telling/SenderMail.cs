using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Wording;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn.Telling;

/// <summary>A receipt as a mail to the desk that sent the file.</summary>
internal static class SenderMail
{
    /// <summary>All of them are attached; so many are enough to see what it is about.</summary>
    private const int MostLines = 10;

    public static string Subject(Receipt receipt, Unit unit) =>
        $"Tệp số liệu {Became(receipt)}: {unit.Name}, nhận {Vietnamese.LowerFirst(Vietnamese.Day(SentOn(receipt)))}";

    public static MailBody Body(Receipt receipt, Unit unit)
    {
        var body = UnitMails
            .Greeting(unit)
            .Say(
                $"Tệp {receipt.File} của đơn vị, nhận {Vietnamese.LowerFirst(Vietnamese.Day(SentOn(receipt)))}, {Became(receipt)}. {receipt.Message}"
            )
            .Say("Việc cần làm:")
            .List([.. NextSteps.Of(receipt)])
            .Say("Các lỗi:")
            .List([.. receipt.Faults.Take(MostLines).Select(Line)]);
        if (receipt.Faults.Count > MostLines)
            body.Say($"Còn {Vietnamese.Number(receipt.Faults.Count - MostLines)} lỗi khác trong tệp đính kèm.");
        return body.Say(UnitMails.Automatic);
    }

    private static string Became(Receipt receipt) =>
        receipt.Outcome switch
        {
            Outcome.Refused => "bị từ chối",
            Outcome.Quarantined => "được tạm giữ, chưa tính",
            Outcome.Partly => "chỉ được nhận một phần",
            Outcome.Accepted or Outcome.Duplicate or Outcome.Failed or Outcome.Withdrawn =>
                throw new InvalidOperationException($"Nobody is written to of a file that is {receipt.Outcome}."),
        };

    private static string Line(RowFault fault) =>
        (fault.Line, fault.Column) switch
        {
            (0, "") => fault.Message,
            (0, var column) => $"Cột {column}: {fault.Message}",
            (var line, "") => $"Dòng {Vietnamese.Figure(line)}: {fault.Message}",
            (var line, var column) => $"Dòng {Vietnamese.Figure(line)}, cột {column}: {fault.Message}",
        };

    private static DateOnly SentOn(Receipt receipt) => Periods.VietnamTime.DayOf(receipt.UploadedAt);
}
