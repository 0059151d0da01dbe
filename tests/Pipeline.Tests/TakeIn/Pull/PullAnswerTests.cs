using System.Text;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Tests.TakeIn.Pull;

public class PullAnswerTests
{
    [Theory]
    [InlineData(200, "Mã hồ sơ;Mã TTHC;Ngày tiếp nhận", "text/csv", "csv", PullOutcome.Stored)]
    [InlineData(200, "DANH SÁCH\n\nMã hồ sơ,Mã TTHC,Ngày tiếp nhận", "text/csv", "csv", PullOutcome.Stored)]
    [InlineData(200, "<table><tr><td>a<td>b<td>c</table>", "text/html", "xls", PullOutcome.Stored)]
    [InlineData(
        200,
        "{\"error\": \"session expired\", \"code\": 40, \"at\": 1}",
        "text/csv",
        "csv",
        PullOutcome.Failed
    )]
    [InlineData(200, " [1, 2, 3]", "application/json", "csv", PullOutcome.Failed)]
    [InlineData(200, "Phiên làm việc đã hết hạn, vui lòng đăng nhập lại.", "text/plain", "csv", PullOutcome.Failed)]
    [InlineData(200, "<error><code>401</code></error>", "application/xml", "csv", PullOutcome.Failed)]
    [InlineData(200, "%PDF-1.7", "application/pdf", "csv", PullOutcome.Failed)]
    [InlineData(200, "PK\u0003\u0004", "", "xlsx", PullOutcome.Failed)]
    [InlineData(200, "<form>…", "text/html", "csv", PullOutcome.Failed)]
    [InlineData(200, "\uFEFF <!DOCTYPE html>", "text/csv", "csv", PullOutcome.Failed)]
    [InlineData(200, "<html><input type=\"password\">", "text/html", "xls", PullOutcome.Failed)]
    [InlineData(200, "", "text/csv", "csv", PullOutcome.Failed)]
    [InlineData(204, "", "", "csv", PullOutcome.NotThere)]
    [InlineData(404, "no", "", "csv", PullOutcome.NotThere)]
    [InlineData(304, "", "", "csv", PullOutcome.Unchanged)]
    [InlineData(401, "", "", "csv", PullOutcome.Failed)]
    [InlineData(403, "", "", "csv", PullOutcome.Failed)]
    [InlineData(500, "x", "", "csv", PullOutcome.Failed)]
    [InlineData(206, "x", "", "csv", PullOutcome.Failed)]
    public void Only_a_file_is_an_export(int status, string body, string type, string extension, PullOutcome outcome)
    {
        var answer = new WebAnswer(status, new Uri("http://a.test/"), Encoding.UTF8.GetBytes(body), type);

        PullAnswer.Judge(WebOutcome.Of(answer), extension).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData(WebFault.TooLarge)]
    [InlineData(WebFault.Broken)]
    [InlineData(WebFault.PrivateAddress)]
    public void No_answer_is_a_failure_with_a_reason(WebFault fault)
    {
        var (outcome, text) = PullAnswer.Judge(WebOutcome.Of(fault), "csv");

        outcome.ShouldBe(PullOutcome.Failed);
        text.ShouldEndWith(".");
    }
}
