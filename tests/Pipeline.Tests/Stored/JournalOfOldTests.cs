using System.IO.Compression;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Tests.Stored;

/// <summary>The journal is the truth for decades: what an entry of old said, it says tomorrow.</summary>
public sealed class JournalOfOldTests
{
    private const string EveryValue = """
        {"version":1,"unit":"29971-20250701","file":"a.xlsx","asOf":"2025-07-02","uploadedAt":638870000000000000,"sha256":"467dcfcdc5d417676481aeaad4821c975d58bf5afb4468fe2fc60a67d7d7e986","columns":["Code","Received","Due","Finished","Returned","Status","Channel","ReturnChannel","Level","Field","Procedure","Digitised","PaidOnline"],"speaksForItsDay":false}
        a-1	2025-07-01	2025-07-04	2025-07-03	2025-07-04	Receiving	Online	InPerson	4	Hộ tịch	1.001193	1	0
        a-2	2025-07-01				Denied	InPerson	Online	3			0	1
        a-3	2025-07-01				New	Postal	Postal	2				
        a-4	2025-07-01				Processing	?	?					
        a-5	2025-07-01				Waiting							
        a-6	2025-07-01				Paying							
        a-7	2025-07-01				Unresolved							
        a-8	2025-07-01				Cancelled							
        a-9	2025-07-01				Releasing							
        b-0	2025-07-01				Done							
        b-1	2025-07-01											

        """;

    public static TheoryData<string> Entries =>
        [
            .. GoldenStore
                .Blobs(StoredNames.Journal)
                .Select(blob => blob.Name)
                .Where(name => !name.EndsWith(".withdrawn", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_of_old_is_written_as_it_was(string name)
    {
        var blob = GoldenStore.Blobs(StoredNames.Journal).Single(blob => blob.Name == name);
        var entry = JournalCodec.Read(GoldenStore.Content(blob), reading: 1);

        entry.Path.ShouldBe(name);
        entry.Rows.ShouldNotBeEmpty();
        Text(JournalCodec.Write(entry)).ShouldBe(Text(GoldenStore.Content(blob)));
    }

    [Fact]
    public void Every_value_an_entry_can_have_is_read_and_written_as_of_old()
    {
        var entry = JournalCodec.Read(Zip(EveryValue), reading: 2);

        (entry.Unit, entry.Stamp.AsOf, entry.SpeaksForItsDay).ShouldBe(
            ("29971-20250701", new DateOnly(2025, 7, 2), false)
        );
        entry
            .Rows[0]
            .ShouldBe(
                new()
                {
                    Code = "a-1",
                    Received = new(2025, 7, 1),
                    Due = new(2025, 7, 4),
                    Finished = new(2025, 7, 3),
                    Returned = new(2025, 7, 4),
                    Status = Status.Receiving,
                    Channel = Channel.Online,
                    ReturnChannel = Channel.InPerson,
                    Level = (Level)4,
                    Field = "Hộ tịch",
                    Procedure = "1.001193",
                    Digitised = true,
                    PaidOnline = false,
                }
            );
        (entry.Rows[3].Channel, entry.Rows[4].Channel).ShouldBe((Channel.Unrecognised, Channel.Blank));
        Text(JournalCodec.Write(entry)).ShouldBe(EveryValue);
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\t1\t0\n", "\tyes\tno\n")]
    [InlineData("\t4\tHộ", "\t5\tHộ")]
    [InlineData("Processing", "Dismissed")]
    public void What_this_program_does_not_know_is_refused_and_never_a_value(string old, string strange) =>
        (
            Record.Exception(() =>
                JournalCodec.Read(Zip(EveryValue.Replace(old, strange, StringComparison.Ordinal)), 1)
            )
            is InvalidDataException
                or ArgumentException
        ).ShouldBeTrue(strange);

    [Fact]
    public void The_entry_of_old_says_what_was_sent()
    {
        // 22 of 25 lines were taken: one has no such status, one no such day, one is cancelled in unknown words.
        var blob = GoldenStore
            .Blobs(StoredNames.Journal)
            .Single(blob => blob.Name.StartsWith("29956/2022-03-14/639316696791106988", StringComparison.Ordinal));

        var entry = JournalCodec.Read(GoldenStore.Content(blob), reading: 1);

        (entry.File, entry.Rows.Count).ShouldBe(("b-2022-03-14.csv", 22));
        entry.Rows.Count(row => row.Channel == Channel.Online).ShouldBe(5);
    }

    private static byte[] Zip(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    /// <summary>How it is compressed is the runtime's.</summary>
    private static string Text(byte[] packed)
    {
        using var reader = new StreamReader(
            new GZipStream(new MemoryStream(packed), CompressionMode.Decompress),
            Encoding.UTF8
        );
        return reader.ReadToEnd();
    }
}
