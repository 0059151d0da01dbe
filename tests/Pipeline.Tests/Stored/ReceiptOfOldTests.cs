using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Pipeline.Tests.Stored;

/// <summary>Receipts of old are read whole, and would be written as they were.</summary>
public sealed class ReceiptOfOldTests
{
    public static TheoryData<string> Receipts =>
        [
            .. GoldenStore
                .Blobs(StoredNames.Receipts)
                .Select(blob => blob.Name)
                .Where(name => !name.StartsWith("checklists/", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Receipts))]
    public void A_receipt_of_old_is_written_as_it_was(string name)
    {
        var blob = GoldenStore.Blobs(StoredNames.Receipts).Single(blob => blob.Name == name);
        var json = GoldenStore.Content(blob);

        var receipt = Receipt.TryFromJson(BinaryData.FromBytes(json)).ShouldNotBeNull();

        Encoding.UTF8.GetString(receipt.ToJson()).ShouldBe(Encoding.UTF8.GetString(json));
        blob.Metadata!["exportetag"].ShouldBe(receipt.ETag);
        blob.Metadata["final"].ShouldBe("yes");
        blob.Metadata.Keys.ShouldContain("attempts");
    }

    [Fact]
    public void Every_outcome_that_a_desk_met_is_among_them() =>
        Receipts
            .Select(row => GoldenStore.Blobs(StoredNames.Receipts).Single(blob => blob.Name == row.Data))
            .Select(blob => Receipt.TryFromJson(BinaryData.FromBytes(GoldenStore.Content(blob)))!.Outcome)
            .Distinct()
            .ShouldBe(
                [
                    Outcome.Accepted,
                    Outcome.Partly,
                    Outcome.Duplicate,
                    Outcome.Refused,
                    Outcome.Quarantined,
                    Outcome.Withdrawn,
                ],
                ignoreOrder: true
            );
}
