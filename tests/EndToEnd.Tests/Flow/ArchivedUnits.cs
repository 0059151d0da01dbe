namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Units of which a dossier rests in a cold segment.</summary>
internal static class ArchivedUnits
{
    private static readonly DateOnly Summer = new(2021, 8, 2);
    private static readonly DateOnly Spring = new(2022, 3, 1);

    /// <summary>Makes one, and takes its two uploads in in one pass.</summary>
    public static async Task<string> ArchivedAsync(this Workshop workshop)
    {
        var unit = await workshop.NewUnitAsync();
        var finished = Desk.Line(Summer, 1, "Trực tiếp")
            .Replace(";;Đang xử lý", $";{Summer:dd/MM/yyyy};Đã xử lý xong", StringComparison.Ordinal);
        await workshop.PutAsync(unit, "a-2021-08-31.csv", Desk.Csv(finished), Desk.Evening(new(2021, 8, 31)));
        await workshop.PutAsync(
            unit,
            "b-2022-03-01.csv",
            Desk.Csv(Desk.Line(Spring, 1, "Trực tuyến")),
            Desk.Evening(Spring)
        );
        await using var pipeline = workshop.Calm();
        await workshop.TakeInOnePassAsync(pipeline, unit, ["a-2021-08-31.csv", "b-2022-03-01.csv"]);
        return unit;
    }
}
