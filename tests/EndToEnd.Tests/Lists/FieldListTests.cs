using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Lists;

/// <summary>The list of fields decides when a file is read, and never again (docs/adr/0020-listed-fields.md).</summary>
public sealed class FieldListTests
{
    private const string Code = "29956";
    private const string Row = Code + "-f-";
    private const string Added = "name,other_names\nNghề muối,Diêm nghiệp\n";

    [Fact]
    public async Task Uploads_wait_for_a_list_that_is_lost()
    {
        await using var shop = await ListShop.OpenAsync();
        await ListAsync(shop, Shipped.Fields);
        await shop.Setting("fields.csv").DeleteAsync();
        await shop.PutAsync(Code);

        await shop.SweepAsync();

        (await shop.OutcomeAsync(Code)).ShouldBeNull();
        (await shop.DamagesAsync()).ShouldStartWith("settings/fields.csv: thiết lập do cán bộ nhập đã mất");

        await ListAsync(shop, Shipped.Fields);
        await shop.SweepAsync();
        (await shop.OutcomeAsync(Code)).ShouldBe(nameof(Outcome.Accepted));
        (await shop.DamagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_read_again_with_another_list_than_the_one_that_is_lost()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.PutAsync(Code);
        await shop.SweepAsync();
        await ListAsync(shop, Shipped.Fields);
        await shop.Setting("fields.csv").DeleteAsync();
        shop.Get<Registers>().Forget();

        var retaken = await shop.Get<RetakeUploads>().RetakeAsync(Code, default);

        retaken.Failures.ShouldHaveSingleItem().Why.Message.ShouldContain("settings/fields.csv");
    }

    [Fact]
    public async Task A_field_that_staff_added_counts_once_read_again_and_stays_whatever_the_list_is_later()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.PutAsync(
            Code,
            Desk.Line(ListShop.Day, 1, "Trực tuyến").Replace("Hộ tịch", "diêm nghiệp", StringComparison.Ordinal)
        );
        await shop.SweepAsync();
        (await FieldsAsync(shop)).ShouldBe([("unknown", "", 1)]);

        await ListAsync(shop, FieldCsv.Write([.. FieldList.Shipped.All, .. FieldCsv.Parse(Added).All]));
        await shop.Get<RetakeUploads>().RetakeAsync(Code, default);
        (await FieldsAsync(shop)).ShouldBe([("nghe-muoi", "Nghề muối", 1)]);

        await ListAsync(shop, Shipped.Fields);
        (await shop.Get<VerifyRebuild>().VerifyAsync(default)).ShouldBeEmpty();
        await shop.Get<Rebuild>().RebuildAsync(default);
        (await FieldsAsync(shop)).ShouldBe([("nghe-muoi", "Nghề muối", 1)]);
    }

    /// <summary>The rows of fields in the year's figures: id, name, received.</summary>
    private static async Task<IReadOnlyList<(string, string, int)>> FieldsAsync(ListShop shop)
    {
        var rows = new List<(string, string, int)>();
        await foreach (var row in shop.Table(StoredNames.KpiTable).QueryAsync<TableEntity>())
        {
            if (row.PartitionKey == "statutory-2022" && row.RowKey.StartsWith(Row, StringComparison.Ordinal))
                rows.Add((row.RowKey[Row.Length..], row.GetString("FieldName"), row.GetInt32("Received")!.Value));
        }
        return rows;
    }

    private static async Task ListAsync(ListShop shop, string text)
    {
        await shop.Get<StaffSetting<FieldList>>().WriteAsync(text, default);
        shop.Get<Registers>().Forget();
    }
}
