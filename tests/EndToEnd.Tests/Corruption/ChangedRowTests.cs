using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Recovery;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>One value changed in a row that nothing else could tell (design.md §4, law 2b).</summary>
public sealed class ChangedRowTests(ChangedStore store) : IClassFixture<ChangedStore>
{
    private const string Words = "có giá trị bị sửa ngoài hệ thống hoặc hỏng; ";

    public static TheoryData<string, string, string> Rows =>
        new()
        {
            { StoredNames.ReviewsTable, "2022-Q1", FilledStore.Unit },
            { StoredNames.ReviewsTable, "2022-Q1", "all" },
            { StoredNames.FollowUpsTable, "29956", "2021-Q4-online" },
            { StoredNames.ChecklistsTable, "2022-Q1", "29956-printers" },
            { StoredNames.OutboxTable, Keys.Mail, FilledStore.PendingMail },
            { StoredNames.OutboxTable, Keys.Mail, FilledStore.SentMail },
            { StoredNames.FingerprintsTable, "", "" },
            { StoredNames.UnitsTable, "unit", "29956" },
            { StoredNames.TargetsTable, "", "" },
            { StoredNames.OfficesTable, Keys.Offices, "" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_value_of_a_row_that_is_changed_names_it_and_no_other(
        string table,
        string partition,
        string key
    )
    {
        (await store.LookAsync()).ShouldBeEmpty();
        // It would be read again from there.
        if (table == StoredNames.ChecklistsTable)
            await store
                .Store.Container(StoredNames.Checklists)
                .GetBlobClient(FilledStore.Checklist)
                .DeleteIfExistsAsync();
        var row = await FirstAsync(table, partition, key);
        var place = $"{table}/{row.PartitionKey}/{row.RowKey}";
        foreach (var column in row.Keys.Where(IsCell))
        {
            var sound = await store.ChangeAsync(table, row.PartitionKey, row.RowKey, column);

            var named = await store.LookAsync();

            var (own, others) = (
                named.Where(line => line.StartsWith($"{place}: ", StringComparison.Ordinal)),
                named.Where(line => !line.StartsWith($"{place}: ", StringComparison.Ordinal))
            );
            own.ShouldHaveSingleItem(column).ShouldStartWith($"{place}: {Words}");
            others.ShouldAllBe(line => line.Contains(place, StringComparison.Ordinal), column);
            await store.PutAsync(table, sound);
            (await store.NamedAsync()).ShouldBeEmpty(column);
        }
    }

    [Fact]
    public async Task Every_row_that_nothing_derives_bears_a_mark_that_fits()
    {
        foreach (var table in StoredNames.Tables.Except(StoredNames.DerivedTables))
        {
            var rows = 0;
            await foreach (var row in store.Table(table).QueryAsync<TableEntity>())
            {
                row.ShouldContainKey(RowMark.Column, $"{table}/{row.PartitionKey}/{row.RowKey}");
                RowMark.Fits(row).ShouldBeTrue();
                rows++;
            }
            rows.ShouldBeGreaterThan(0, table);
        }
    }

    private async Task<TableEntity> FirstAsync(string table, string partition, string key)
    {
        await foreach (var row in store.Table(table).QueryAsync<TableEntity>())
        {
            if (
                row.PartitionKey.StartsWith(partition, StringComparison.Ordinal)
                && (key.Length == 0 || row.RowKey == key)
            )
                return row;
        }
        throw new InvalidOperationException($"{table} has no such row.");
    }

    private static bool IsCell(string column) =>
        column is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey");
}
