using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Pipeline.Tests.Samples;

/// <summary>The sample exports, each with the outcome the rules give it and its whole receipt, approved by reading it.</summary>
public class SampleTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Exports => [.. SampleFolder.Exports];

    [Fact]
    public void Every_sample_has_its_expectation() =>
        Expected.All.Select(expected => expected.File).Order(StringComparer.Ordinal).ShouldBe(SampleFolder.Exports);

    [Theory]
    [MemberData(nameof(Exports))]
    public void A_sample_is_read_as_the_rules_say(string file)
    {
        var expected = Expected.All.Single(one => one.File == file);
        var reading = SampleDesk.Read(SampleFolder.Bytes("exports", file), file);
        var told = $"{reading.Message}\n{string.Join('\n', reading.Faults)}";
        reading.Outcome.ShouldBe(expected.Outcome, told);
        (reading.Rows, reading.Accepted, reading.AsOf).ShouldBe(
            (expected.Rows, expected.Accepted, expected.AsOf),
            told
        );
        reading.Faults.Select(fault => fault.Code).Distinct().ShouldBe(expected.Faults, ignoreOrder: true, told);
        reading.Warnings.Select(warning => warning.Code).Distinct().ShouldBe(expected.Warnings, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void A_sample_gets_its_receipt_as_approved(string file)
    {
        var reading = SampleDesk.Read(SampleFolder.Bytes("exports", file), file);
        var json = JsonNode.Parse(Receipt.Of(reading, effect: null, isDuplicate: false, default).ToJson())!.AsObject();
        foreach (
            var passing in (string[])
                ["etag", "uploadedAt", "takenInAt", "sha256", "changed", "superseded", "doubts", "unitName"]
        )
            json.Remove(passing);
        (json.ToJsonString(Readable) + "\n").ShouldMatchApproved(options =>
            options
                .SubFolder("Approved")
                .NoDiff()
                .WithFileExtension("json")
                .WithFilenameGenerator((_, _, type, extension) => $"{file}.{type}.{extension}")
        );
    }

    public static TheoryData<string> WithRows => [.. SampleFolder.WithRows];

    [Theory]
    [MemberData(nameof(WithRows))]
    public void A_sample_holds_the_dossiers_it_was_written_from(string file) =>
        JournalRows
            .Of(SampleDesk.Read(SampleFolder.Bytes("exports", file), file))
            .ShouldBe(System.IO.File.ReadAllText(SampleFolder.At("rows", $"{file}.tsv")));

    /// <summary>Rows of tests/Samples/expected.tsv.</summary>
    private sealed record Expected(
        string File,
        Outcome Outcome,
        int Rows,
        int Accepted,
        DateOnly AsOf,
        string[] Faults,
        string[] Warnings
    )
    {
        public static IReadOnlyList<Expected> All { get; } =
        [
            .. System
                .IO.File.ReadLines(SampleFolder.At("expected.tsv"))
                .Where(line => line is not ['#', ..])
                .Select(line => Of(line.Split('\t'))),
        ];

        private static Expected Of(string[] cells) =>
            new(
                cells[0],
                Enum.Parse<Outcome>(cells[1], ignoreCase: true),
                Number(cells[2]),
                Number(cells[3]),
                DateOnly.ParseExact(cells[4], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                Codes(cells, 5),
                Codes(cells, 6)
            );

        private static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

        private static string[] Codes(string[] cells, int at) =>
            at < cells.Length ? cells[at].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
