using System.Text;
using CCHC.Failure.Tests.Harness;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Periods;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>What the inspecting office uploads.</summary>
internal static class ChecklistScenarios
{
    private static readonly DateTimeOffset Morning = VietnamTime.StartOf(new(2022, 3, 15)).AddHours(8);
    private const string Name = "kiem-tra-quy-1.csv";
    private const string Header = "Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n";
    private const string Lines =
        "2022-Q1,29956,plan-issued,Đã ban hành,20/01/2022,Kế hoạch số 05\n2022-Q1,29962,printers,2,,\n2022-Q1,29956,scanners,nhiều,,\n";

    public static IEnumerable<Scenario> All =>
        [
            new("checklist", office => PutAsync(office, Lines, 1), TakeInAsync) { IsSwept = true },
            new("checklist-replaced", ReplaceAsync, TakeInAsync) { IsSwept = true },
            new("checklist-twice-at-once", office => PutAsync(office, Lines, 1), TakeInAsync)
            {
                Beside = [office => office.Get<SweepChecklists>().SweepAsync(default)],
                IsSwept = true,
            },
        ];

    private static async Task TakeInAsync(Office office) =>
        await office.Get<TakeInChecklist>().TakeInAsync(Name, default);

    private static Task PutAsync(Office office, string lines, int minute) =>
        office
            .Get<ChecklistFiles>()
            .PutAsync(Name, Encoding.UTF8.GetBytes(Header + lines), Morning.AddMinutes(minute).UtcTicks, default);

    private static async Task ReplaceAsync(Office office)
    {
        await PutAsync(office, Lines, 1);
        await TakeInAsync(office);
        await PutAsync(office, "2022-Q1,29962,printers,3,,\n2022-Q1,29980,printers,1,,\n", 2);
    }
}
