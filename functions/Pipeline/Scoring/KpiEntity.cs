using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;

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
        var entity = new TableEntity(Storage.Keys.Checked(partition), Storage.Keys.Checked(row));
        for (var i = 0; i < Counts.Published; i++)
            entity[Counts.Columns[i]] = tally.Values[i];
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
    public static Tally TallyOf(TableEntity entity) => TallyOf(entity, []);

    /// <summary>The counts of a frozen row: one frozen before a count existed was judged without it.</summary>
    public static Tally FrozenTallyOf(TableEntity entity) => TallyOf(entity, CountedLater);

    private static readonly Count[] CountedLater =
    [
        Count.FinishedUnknownDue,
        Count.OpenUnknownDue,
        Count.FinishedInferred,
    ];

    private static Tally TallyOf(TableEntity entity, Count[] mayBeMissing)
    {
        var tally = new Tally();
        foreach (var count in Enum.GetValues<Count>().Take(Counts.Published))
        {
            var column = Counts.Columns[(int)count];
            if (entity.ContainsKey(column) || !mayBeMissing.Contains(count))
                tally[count] = Number(entity, column);
        }
        var (eligible, digitised, paid) = (
            KpiCatalogue.OnlineEligible,
            KpiCatalogue.Digitised,
            KpiCatalogue.OnlinePayment
        );
        tally[Count.ReceivedEligibleUnknownChannel] = Number(entity, eligible.UnknownColumn);
        tally[Count.ReceivedDigitised] = Number(entity, digitised.NumColumn);
        tally[Count.ReceivedNotDigitised] = Number(entity, digitised.DenColumn) - Number(entity, digitised.NumColumn);
        tally[Count.ReceivedPaidOnline] = Number(entity, paid.NumColumn);
        tally[Count.ReceivedNotPaidOnline] = Number(entity, paid.DenColumn) - Number(entity, paid.NumColumn);
        return tally;
    }

    private static int Number(TableEntity entity, string column) =>
        entity.GetInt32(column)
        ?? throw new InvalidDataException($"{entity.PartitionKey}/{entity.RowKey} lacks {column}; run cchc rebuild.");
}
