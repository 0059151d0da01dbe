using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A row's mark, on rows of any cells at all.</summary>
public sealed class RowMarkTests(RowShop shop) : IClassFixture<RowShop>
{
    private const int Rows = 100;

    private static readonly string[] Texts =
    [
        "",
        " ",
        "Đã gửi \"1\"\r\nxong",
        "tiếng Việt",
        "tie\u0302\u0301ng Vie\u0323\u0302t",
        "83",
        "true",
        "2022-03-14T10:00:00Z",
        "\u0000\u0001\uFFFE",
        "😀",
        "a:b|c=1",
    ];

    [Fact]
    public async Task It_fits_what_a_table_gives_back_whatever_the_cells()
    {
        var random = new Random(20220314);
        var table = shop.Table(StoredNames.FollowUpsTable);
        foreach (var number in Enumerable.Range(0, Rows))
        {
            var row = Row(random, number).Marked();
            await table.AddEntityAsync(row);
            var read = (await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey)).Value;
            RowMark.Fits(read).ShouldBeTrue(TableLines.Write(read));
            RowMark.Fits(TableLines.Read(TableLines.Write(read))).ShouldBeTrue("as a backup has it");

            // Replaced as it was read, as a check of a page does.
            await table.UpdateEntityAsync(read.Marked(), read.ETag, TableUpdateMode.Replace);
            var again = (await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey)).Value;
            RowMark.Fits(again).ShouldBeTrue();
            again[RowMark.Column].ShouldBe(row[RowMark.Column]);

            foreach (var column in again.Keys.Where(IsOwn))
                RowMark.Fits(Changed(again, column)).ShouldBeFalse($"{column} of {TableLines.Write(again)}");
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    [Fact]
    public void Cells_that_change_places_keys_or_kinds_are_changes()
    {
        var row = new TableEntity("29956", "2022-Q1-online") { ["A"] = "1", ["B"] = "" }.Marked();

        RowMark.Fits(row).ShouldBeTrue();
        RowMark.Fits(With(row, ("A", ""), ("B", "1"))).ShouldBeFalse();
        RowMark.Fits(With(row, ("A", 1))).ShouldBeFalse();
        RowMark.Fits(With(row, ("RowKey", "2022-Q2-online"))).ShouldBeFalse();
        RowMark.Fits(With(row, ("PartitionKey", "29962"))).ShouldBeFalse();
        RowMark.Fits(With(row, ("C", ""))).ShouldBeFalse();
        RowMark.Fits(With(row, (RowMark.Column, 7))).ShouldBeFalse();
    }

    [Fact]
    public void It_is_the_same_in_every_culture_and_needs_no_order()
    {
        var row = new TableEntity("a", "b")
        {
            ["Số"] = -3,
            ["Rate"] = 0.5,
            ["At"] = DateTimeOffset.UnixEpoch,
        }.Marked();
        var other = new TableEntity("a", "b")
        {
            ["At"] = DateTimeOffset.UnixEpoch,
            ["Rate"] = 0.5,
            ["Số"] = -3,
        };
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA") { NumberFormat = { NegativeSign = "−" } };
        try
        {
            other.Marked()[RowMark.Column].ShouldBe(row[RowMark.Column]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        // Stored rows bear it: another spelling would make all of them changed ones.
        row[RowMark.Column].ShouldBe("13aae1b64468bba1");
    }

    [Fact]
    public void A_row_of_an_earlier_version_has_none_and_is_whole() =>
        RowMark.Fits(new TableEntity("a", "b") { ["A"] = "1" }).ShouldBeTrue();

    private static TableEntity Row(Random random, int number)
    {
        var row = new TableEntity("mark", string.Create(CultureInfo.InvariantCulture, $"row-{number}"));
        foreach (var column in Enumerable.Range(0, 1 + random.Next(12)))
            row[string.Create(CultureInfo.InvariantCulture, $"C{random.Next(40)}x{column}")] = Value(random);
        return row;
    }

    private static object? Value(Random random) =>
        random.Next(10) switch
        {
            0 => null,
            1 => random.Next(int.MinValue, int.MaxValue),
            2 => random.NextInt64(long.MinValue, long.MaxValue),
            3 => (long)random.Next(-5, 5),
            4 => random.Next(-500, 10_000) / 100.0,
            5 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)),
            6 => random.Next(2) == 0,
            7 => new DateTimeOffset(
                1900 + random.Next(200),
                1,
                1,
                0,
                0,
                0,
                TimeSpan.FromHours(random.Next(-7, 8))
            ).AddTicks(random.NextInt64(TimeSpan.TicksPerDay)),
            8 => random.Next(2) == 0 ? new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) : Bytes(random),
            _ => Texts[random.Next(Texts.Length)],
        };

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(40)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static bool IsOwn(string column) => column is not ("odata.etag" or "Timestamp");

    private static TableEntity Changed(TableEntity row, string column) =>
        With(row, (column, ChangedRow.Other(row[column])));

    private static TableEntity With(TableEntity row, params (string Column, object Value)[] cells)
    {
        var changed = new TableEntity(row);
        foreach (var (column, value) in cells)
            changed[column] = value;
        return changed;
    }
}
