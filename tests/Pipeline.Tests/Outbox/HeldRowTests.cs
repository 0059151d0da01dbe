using Azure.Data.Tables;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Tests.Outbox;

/// <summary>A mail's row that a restore holds back.</summary>
public class HeldRowTests
{
    [Fact]
    public void It_is_marked_anew()
    {
        var row = Pending().Marked();

        OutboxTable.Hold(row, "phục hồi").ShouldBeTrue();

        row["State"].ShouldBe("held");
        row.ShouldContainKey(RowMark.Column);
        RowMark.Fits(row).ShouldBeTrue();
    }

    [Fact]
    public void One_that_was_changed_before_the_backup_stays_a_changed_one()
    {
        var row = Pending().Marked();
        row["To"] = "[\"ai@hongngu.example\"]";

        OutboxTable.Hold(row, "phục hồi").ShouldBeTrue();

        RowMark.Fits(row).ShouldBeFalse();
    }

    private static TableEntity Pending() =>
        new(Keys.Mail, "draft-1")
        {
            ["State"] = "pending",
            ["To"] = "[]",
            ["Error"] = "",
            ["NextTryAt"] = DateTimeOffset.UnixEpoch,
        };
}
