using System.Text.Json;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Scoring;

public class KpiListingTests
{
    [Fact]
    public void The_columns_are_those_of_the_contract()
    {
        var columns = KpiRow.Columns;

        columns
            .Take(11)
            .ShouldBe([
                "scheme",
                "period",
                "from",
                "to",
                "as_of",
                "unit",
                "unit_name",
                "field",
                "field_name",
                "procedure",
                "date",
            ]);
        columns[11].ShouldBe("received");
        columns[34].ShouldBe("received_online_level3");
        columns.Skip(35).Take(3).ShouldBe(["finished_unknown_due", "open_unknown_due", "finished_inferred"]);
        columns.Skip(38).Take(4).ShouldBe(["online_num", "online_den", "online_unknown", "online_rate"]);
        columns.ShouldContain("on_time_766_rate");
        columns.Count.ShouldBe(11 + 27 + 9 * 4);
    }

    [Fact]
    public void A_row_prints_counts_and_rates_without_any_culture()
    {
        var csv = KpiListing.Csv([Row(received: 3, online: 1)]);

        var cells = csv.Split('\n')[1].Split(',');
        cells[..7]
            .ShouldBe(["statutory", "2022-Q1", "2021-12-15", "2022-03-14", "2022-03-14", "29956", "Xã Thường Phước 1"]);
        cells[38..42].ShouldBe(["1", "3", "0", "33.33"]);
        csv.ShouldEndWith("\n");
        csv[0].ShouldBe('s');
    }

    [Fact]
    public void A_rate_without_a_denominator_is_empty_in_CSV_and_null_in_JSON()
    {
        var row = Row(received: 0, online: 0);

        KpiListing.Csv([row]).Split('\n')[1].Split(',')[41].ShouldBe("");
        using var json = JsonDocument.Parse(KpiListing.Json([row]));
        json.RootElement[0].GetProperty("online_rate").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement[0].GetProperty("received").GetInt32().ShouldBe(0);
    }

    private static KpiRow Row(int received, int online)
    {
        var tally = new Tally
        {
            [Count.Received] = received,
            [Count.ReceivedOnline] = online,
            [Count.ReceivedInPerson] = received - online,
        };
        Period.TryParse("2022-Q1", PeriodScheme.Statutory, out var quarter).ShouldBeTrue();
        var unit = UnitCsv.Parse(Shipped.Units).Single(unit => unit.Id == "29956");
        return new(PeriodScheme.Statutory, quarter!, quarter!.To, unit, "", "", "", null, tally);
    }
}
