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

        // Worked out before a second quarter was there; since then a list of another commune is held back, not refused.
        (
            TheDemo.Quarter.Files.Count,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files)))
        ).ShouldBe((582, "4ed28b46e620a2563816f1735e500dac50579e2439c3702e9fb84e6b297b9c26"));
    }
}
