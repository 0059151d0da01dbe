using Azure;
using Azure.Identity;
using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost.Azurite;
using Microsoft.Extensions.Options;

namespace CCHC.Cli;

/// <summary>The command was called wrongly: nothing was done. The message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The command could not be done; the message says why and what to do.</summary>
internal sealed class CannotException(string message) : Exception(message);

/// <summary>Whatever ended a command, as one line for the person who called it.</summary>
internal sealed record Failure(int ExitCode, string Message)
{
    private const string More = "Thêm --verbose để xem chi tiết.";

    public static Failure Of(Exception problem) =>
        problem switch
        {
            UsageException or UploadNameException => new(Cli.ExitCode.WrongUsage, problem.Message),
            CannotException
            or AzuriteException
            or RecoveryException
            or HalfRestoredException
            or OtherSchemeException
            or UnreadableListException => new(Cli.ExitCode.NotDone, problem.Message),
            AuthenticationFailedException => new(
                Cli.ExitCode.NotDone,
                $"Chưa đăng nhập được vào Azure: chạy az login (thêm --tenant nếu tài khoản lưu trữ thuộc tổ chức khác) rồi chạy lại. {More}"
            ),
            RequestFailedException { Status: 403 } => new(
                Cli.ExitCode.NotDone,
                $"Kho lưu trữ từ chối quyền truy cập. Cần các vai trò Storage Blob, Table và Queue Data Contributor trên tài khoản lưu trữ (để sao lưu: Storage Blob Data Reader và Storage Table Data Reader); vai trò mới cấp có thể mất vài phút mới có hiệu lực. {More}"
            ),
            OptionsValidationException wrong => new(Cli.ExitCode.NotDone, string.Join('\n', wrong.Failures)),
            OperationCanceledException => new(
                Cli.ExitCode.NotDone,
                "Đã dừng giữa chừng. Chạy lại lệnh để làm tiếp; phần đã xong không bị làm lại."
            ),
            HeldException held => new(
                Cli.ExitCode.NotDone,
                $"{held.Words}. Bỏ khóa rồi chạy lại; phần đã xong không bị làm lại. {More}"
            ),
            PartlyDoneException partly => new(
                Cli.ExitCode.NotDone,
                $"{partly.Failures.Count} việc chưa làm được, các việc khác đã xong:\n{string.Join('\n', partly.Failures.Select(failure => "- " + Reason(failure)))}\n{More}"
            ),
            UnlistableException unlistable => new(
                Cli.ExitCode.NotDone,
                $"Không liệt kê được các tệp trong {unlistable.Container}: {UnlistableWords} {More}"
            ),
            NotTakenInException waiting => new(
                Cli.ExitCode.NotDone,
                $"exports/{waiting.Name} chưa nạp được và sẽ được thử lại: {Of(waiting.Why).Message}"
            ),
            RequestFailedException refused => new(
                Cli.ExitCode.NotDone,
                $"Kho lưu trữ không thực hiện được yêu cầu ({refused.Status} {refused.ErrorCode}): {FirstLine(refused)} Kiểm tra --storage hoặc --data rồi chạy lại. {More}"
            ),
            DamagedException { Damage: var damage } => new(
                Cli.ExitCode.NotDone,
                $"Dữ liệu đã lưu bị hỏng ở {damage.Place}: {damage.Words}. Xem thêm: cchc health"
            ),
            AggregateException { InnerExceptions: [.., var last] } => Of(last),
            IOException or UnauthorizedAccessException => new(
                Cli.ExitCode.NotDone,
                $"Không đọc hoặc ghi được tệp: {FirstLine(problem)} {More}"
            ),
            _ => new(
                Cli.ExitCode.NotDone,
                $"Không thực hiện được: {FirstLine(problem)} ({problem.GetType().Name}). {More}"
            ),
        };

    /// <summary>What a listing that can't be read most often comes of; also said by health.</summary>
    public const string UnlistableWords =
        "có tệp mang tên chứa ký tự không in được, hoặc mạng trả lời thay cho kho. Xóa tệp đó bằng công cụ của kho lưu trữ; các tệp khác được nạp tiếp sau đó.";

    private static string Reason(Exception failure) =>
        Of(failure).Message.Replace(More, "", StringComparison.Ordinal).Trim();

    private static string FirstLine(Exception problem) => problem.Message.Split('\n')[0].Trim();
}
