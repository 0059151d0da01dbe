namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>--storage with an account's address: no keys, one signs in.</summary>
public sealed class StorageAddressTests
{
    [Theory]
    [InlineData("http://tk.blob.core.windows.net")]
    [InlineData("https://tk.table.core.windows.net")]
    [InlineData("https://tk.blob.core.windows.net/journal")]
    [InlineData("https://example.com")]
    public async Task An_address_of_no_account_is_wrong_usage(string address)
    {
        var run = await Cchc.RunAsync("kpi", "2022-Q1", "--storage", address);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("không phải là địa chỉ blob của một tài khoản lưu trữ");
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_told_how_and_soon()
    {
        using var folder = new Folder();
        var began = TimeProvider.System.GetTimestamp();
        var run = await Cchc.RunAsync("backup", folder["b"], "--storage", "https://cchckhongco.blob.core.windows.net");

        (run.ExitCode, run.Output).ShouldBe((3, ""));
        run.Error.ShouldContain("Chưa đăng nhập được vào Azure: chạy az login");
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(60));
        Directory.Exists(folder["b"]).ShouldBeFalse();
    }
}
