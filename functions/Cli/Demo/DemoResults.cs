using CCHC.Cli.Printing;
using CCHC.Demo;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Demo;

/// <summary>Prints what a quarter of the demo came to, and where everything lies.</summary>
internal sealed class DemoResults(DemoKind kind, DemoPeriod period, Screen screen)
{
    public void Print(IReadOnlyList<Receipt> receipts, IReadOnlyList<ReviewedUnit> reviewed, DemoDocuments documents)
    {
        screen.Print(
            $"Chạy thử với số liệu giả lập: {period.Title} ({Words.Day(period.FirstDay)} – {Words.Day(period.LastDay)}), {kind.Place}."
        );
        screen.Print($"Đã nạp {ReceiptTable.Sum(receipts)}");
        screen.Print();
        if (kind == DemoKind.Province)
            new ManyUnits(screen).Print(reviewed);
        else
            PrintUnits(reviewed);
        InspectionResults.Print(reviewed, screen);
        QuarterChanges.Print(reviewed, screen);
        PrintDocuments(documents);
        new WhereToLook(documents, reviewed).Print(screen);
        var missing = reviewed.Count(unit => unit.NeedsNotice) - documents.LetterCount;
        if (missing > 0)
            throw new CannotException(
                $"Thiếu {missing} dự thảo công văn. Chạy thử lại trong thư mục mới với --verbose để xem lỗi."
            );
    }

    private void PrintUnits(IReadOnlyList<ReviewedUnit> reviewed)
    {
        screen.Print(ReviewTables.Of(reviewed));
        screen.Print("Đơn vị cần công văn:");
        foreach (var line in ReviewTables.Flagged(reviewed))
            screen.Print($"  {line}");
        screen.Print();
    }

    private void PrintDocuments(DemoDocuments documents)
    {
        screen.Print("Dự thảo công văn:");
        if (kind == DemoKind.Province)
            screen.Print($"  {documents.LetterCount} dự thảo (.docx, .html) trong {documents.Folder}");
        else
        {
            foreach (var letter in documents.Letters)
                screen.Print($"  {letter}");
        }
        foreach (var (file, name) in documents.Written)
            screen.Print($"{name}:\n  {file}");
        screen.Print();
    }
}
