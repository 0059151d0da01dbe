using System.Diagnostics;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Where a service runs, the connection and the passwords come from files that only it may read.</summary>
public sealed class SurroundingsTests(Stores stores)
{
    [Theory]
    [InlineData("CCHC_SECRETS_FOLDER")]
    [InlineData("CREDENTIALS_DIRECTORY")]
    public async Task Secrets_are_files_named_as_the_variables_would_be(string folderName)
    {
        using var secrets = new Folder();
        secrets.Write(stores.New() + "\n", "CCHC_STORAGE");
        // Two settings that contradict each other: it must have read the second, too.
        secrets.Write("bí mật", "Mail__Password");

        var run = await RunAsync(
            "serve --urls http://127.0.0.1:0",
            (folderName, secrets.Path),
            ("Mail__Security", "None")
        );

        run.ShouldContain("Mail:Password sẽ đi qua mạng không mã hóa");
        run.ShouldNotContain("bí mật");
    }

    [Fact]
    public async Task The_environment_stands_in_for_the_option() =>
        (await RunAsync("outbox", ("CCHC_STORAGE", stores.New()))).ShouldContain("0 thư.");

    [Theory]
    [InlineData("Mail__Port", "", "Mail:Port đang để trống; ghi một số nguyên, hoặc bỏ hẳn thiết lập này.\n")]
    [InlineData("Scheme", "năm", "Scheme là \"năm\"; ghi statutory hoặc calendar, hoặc bỏ hẳn thiết lập này.\n")]
    public async Task A_wrong_setting_is_told_before_anything_is_done(string setting, string text, string words) =>
        (await RunAsync("review 2022-Q1", ("CCHC_STORAGE", stores.New()), (setting, text))).ShouldBe(words);

    [Fact]
    public async Task A_folder_of_secrets_that_is_not_there_is_told() =>
        (await RunAsync("outbox", ("CCHC_SECRETS_FOLDER", "/no/such/place"))).ShouldContain("/no/such/place");

    private static async Task<string> RunAsync(string line, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "cchc"), line.Split(' '))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output + error;
    }
}
