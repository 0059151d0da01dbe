using System.Security.Cryptography;
using System.Text;

namespace CCHC.EndToEnd.Tests.Demo;

/// <summary>The first quarter is told of in documents and other tests: its files stay as they are, to the byte.</summary>
public sealed class FirstQuarterBytesTests
{
    [Fact]
    public void The_first_quarters_files_are_those_of_old()
    {
        var files = string.Join(
            '\n',
            TheDemo.Quarter.Files.Select(file =>
                $"{file.UploadedAt} {file.Code}/{file.File} {file.AsOf:yyyy-MM-dd} {file.Rows} {file.Intended} {Convert.ToHexStringLower(SHA256.HashData(file.Content))}"
            )
        );

        // Worked out before a second quarter was there.
        (
            TheDemo.Quarter.Files.Count,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files)))
        ).ShouldBe((582, "544198faf2b3b31b2c5331d0a1d108cc2c2c0846cf3c4cef971b01711584e4d2"));
    }
}
