using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>The columns of the KPI tables: counts and KPIs as integers, rates as double for reading only.</summary>
public static class KpiEntity
{
    public const string Unit = "Unit";
    public const string Field = "Field";
    public const string FieldName = "FieldName";
    public const string Procedure = "Procedure";

    public static TableEntity Of(string partition, string row, Tally tally, IEnumerable<Kpi> kpis)
    {
        var entity = new TableEntity(Keys.Checked(partition), Keys.Checked(row));
        for (var i = 0; i < Counts.Published; i++)
            entity[Counts.Columns[i]] = tally.Values[i];
        entity[nameof(Count.ReturnedUnknownDay)] = tally[Count.ReturnedUnknownDay];
        foreach (var kpi in kpis)
        {
            var figure = kpi.Of(tally);
            entity[kpi.NumColumn] = figure.Num;
            entity[kpi.DenColumn] = figure.Den;
            entity[kpi.UnknownColumn] = figure.Unknown;
            if (figure.Hundredths is { } hundredths)
                entity[kpi.RateColumn] = hundredths / 100.0;
        }
        return entity;
    }

    /// <summary>The counts of a stored row, those that only feed KPIs included: they follow from the KPIs' integers.</summary>
    public static Tally TallyOf(TableEntity entity) => TallyOf(new StoredRow(StoredNames.KpiTable, entity));

    /// <summary>The same.</summary>
    /// <exception cref="UnreadableException">A count is missing or can't be one.</exception>
    internal static Tally TallyOf(StoredRow row) => TallyOf(row, []);

    /// <summary>The counts of a frozen row: one frozen before a count existed was judged without it.</summary>
    /// <exception cref="UnreadableException">A count is missing or can't be one.</exception>
    internal static Tally FrozenTallyOf(StoredRow row) => TallyOf(row, CountedLater);

    /// <summary>The day of a row of KpiDaily.</summary>
    /// <exception cref="UnreadableException">Its key is no day.</exception>
    internal static DateOnly DayOf(StoredRow row) => row.ParsedDay(row.Key, "yyyyMMdd");

    private static readonly Count[] CountedLater =
    [
        Count.FinishedUnknownDue,
        Count.OpenUnknownDue,
        Count.FinishedInferred,
        Count.ReturnedUnknownDay,
    ];

    private static Tally TallyOf(StoredRow row, Count[] mayBeMissing)
    {
        var tally = new Tally();
        foreach (var count in Enum.GetValues<Count>().Take(Counts.Published).Append(Count.ReturnedUnknownDay))
        {
            var column = count.ToString();
            if (row.Has(column) || !mayBeMissing.Contains(count))
                tally[count] = Number(row, column);
        }
        var (eligible, digitised, paid) = (
            KpiCatalogue.OnlineEligible,
            KpiCatalogue.Digitised,
            KpiCatalogue.OnlinePayment
        );
        tally[Count.ReceivedEligibleUnknownChannel] = Number(row, eligible.UnknownColumn);
        tally[Count.ReceivedDigitised] = Number(row, digitised.NumColumn);
        tally[Count.ReceivedNotDigitised] = Rest(row, digitised);
        tally[Count.ReceivedPaidOnline] = Number(row, paid.NumColumn);
        tally[Count.ReceivedNotPaidOnline] = Rest(row, paid);
        return tally;
    }

    private static int Rest(StoredRow row, Kpi kpi)
    {
        var rest = Number(row, kpi.DenColumn) - Number(row, kpi.NumColumn);
        return rest >= 0 ? rest : throw row.Unreadable($"cột {kpi.NumColumn} lớn hơn cột {kpi.DenColumn}");
    }

    private static int Number(StoredRow row, string column)
    {
        var number = row.Whole(column);
        return number >= 0 ? number : throw row.Unreadable($"cột {column} là số âm");
    }
}
