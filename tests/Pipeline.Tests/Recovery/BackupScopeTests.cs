using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Tests.Recovery;

public class BackupScopeTests
{
    [Fact]
    public void Everything_that_is_stored_is_backed_up_or_left_out_for_a_reason()
    {
        var decided = BackupScope.Parts.Concat(BackupScope.LeftOut.Keys).ToList();

        decided.Where(part => !part.IsTable).Select(part => part.Name).Order().ShouldBe(StoredNames.Containers.Order());
        decided.Where(part => part.IsTable).Select(part => part.Name).Order().ShouldBe(StoredNames.Tables.Order());
        BackupScope.LeftOut.Values.ShouldAllBe(reason => reason.Length > 0);
    }

    [Theory]
    [InlineData(StoredNames.OutboxTable, StoredNames.Notices)]
    [InlineData(StoredNames.FollowUpsTable, StoredNames.ReviewsTable)]
    [InlineData(StoredNames.Notices, StoredNames.ReviewsTable)]
    [InlineData(StoredNames.ReviewsTable, StoredNames.Reports)]
    [InlineData(StoredNames.ReviewsTable, StoredNames.Journal)]
    [InlineData(StoredNames.Receipts, StoredNames.ExportsTable)]
    [InlineData(StoredNames.ExportsTable, StoredNames.Journal)]
    [InlineData(StoredNames.Receipts, StoredNames.ChecklistsTable)]
    [InlineData(StoredNames.ChecklistsTable, StoredNames.Checklists)]
    public void What_rests_on_something_is_copied_before_it(string effect, string cause)
    {
        var names = BackupScope.Parts.Select(part => part.Name).ToList();

        names.IndexOf(effect).ShouldBeInRange(0, names.IndexOf(cause) - 1);
    }
}
