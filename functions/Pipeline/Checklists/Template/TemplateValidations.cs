using CCHC.Pipeline.Checklists.Reading;
using CCHC.Pipeline.Sheets;

namespace CCHC.Pipeline.Checklists.Template;

/// <summary>What may be typed into the cells of one template, by kind of criterion.</summary>
internal sealed class TemplateValidations
{
    private const string Title = "Kết quả";

    /// <summary>
    /// As text, because a spreadsheet with an American locale would take 05/03/2022 for the 3rd of May; the reader
    /// knows only day/month/year.
    /// </summary>
    public Validation Day { get; } =
        new OfLength(8, 10)
        {
            Prompt = ("Ngày", "Gõ ngày/tháng/năm, ví dụ 25/03/2022."),
            Error = ("Ngày", "Cần ngày dạng 25/03/2022."),
        };

    private readonly OneOf date = new(AnswerWords.Offered(CriterionKind.Date))
    {
        Prompt = (Title, "Chọn Đã ban hành (và ghi ngày ở cột Ngày) hoặc Chưa ban hành."),
        Error = (Title, "Chọn Đã ban hành hoặc Chưa ban hành."),
    };

    private readonly WholeFrom count = new(0)
    {
        Prompt = (Title, "Ghi số lượng là một số nguyên; không có thì ghi 0."),
        Error = (Title, "Cần một số nguyên từ 0 trở lên."),
    };

    private readonly OneOf yesNo = new(AnswerWords.Offered(CriterionKind.YesNo))
    {
        Prompt = (Title, "Chọn Có hoặc Không. Có thì ghi minh chứng."),
        Error = (Title, "Chọn Có hoặc Không."),
    };

    private readonly OneOf address = new(AnswerWords.Offered(CriterionKind.Address))
    {
        Prompt = (Title, "Dán địa chỉ đầy đủ của trang, bắt đầu bằng http:// hoặc https://; hoặc chọn Chưa công khai."),
    };

    public Validation Result(CriterionKind kind) =>
        kind switch
        {
            CriterionKind.Date => date,
            CriterionKind.Count => count,
            CriterionKind.YesNo => yesNo,
            CriterionKind.Address => address,
        };
}
