using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Intake.Rows;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake;

/// <summary>
/// Reads an export: bytes → tables (<see cref="ExportFile"/>) → profile and header → rows → what is kept and what is
/// wrong. Pure and thread-safe; bad input is an answer, never an exception.
/// </summary>
public sealed class ExportReader(UnitRegister units, SourceProfiles profiles)
{
    private const int FewestLate = 5;
    private readonly UnitNames names = new(units);

    /// <summary>A reader for one source only.</summary>
    public ExportReader(UnitRegister units, SourceProfile profile)
        : this(units, SourceProfiles.Only(profile)) { }

    public IntakeLimits Limits { get; init; } = IntakeLimits.Standard;

    /// <summary>The fields that a file may name.</summary>
    public FieldList Fields { get; init; } = FieldList.Shipped;

    public ExportReading Read(Upload upload)
    {
        var day = VietnamTime.DayOf(upload.UploadedAt);
        if (!units.Knows(upload.Code))
            return Refusal(upload, AsOfDate.InName(upload.File) ?? day, FileFaults.UnknownUnit);
        using var file = ExportFile.Open(upload.Content, Limits);
        if (file.Defect is not { } defect)
            return Read(SourceChoice.In(file, upload.Code, profiles), file, upload, day);
        var order = (profiles.For(upload.Code) ?? profiles.Default).Lexicon?.Profile.AsOf ?? [];
        return Unread(upload, AsOfRule.Of(order, upload.File, [], day), day, defect.Outcome, Broken(defect));
    }

    private ExportReading Read(SourceChoice choice, ExportFile file, Upload upload, DateOnly day)
    {
        if (choice is not { Source.Lexicon: { } lexicon, Found: { } found })
            return Unread(upload, null, day, Outcome.Quarantined, FileFaults.SourceUnreadable(choice.Source));
        var asOf = AsOfRule.Of(lexicon.Profile.AsOf, upload.File, found.Search.Titles, day);
        if (found.Table is not null)
            return ReadTable(choice, asOf, upload, day);
        if (found.Defect is { } defect)
            return Unread(upload, asOf, day, defect.Outcome, Broken(defect));
        var missing = FileFaults.ColumnMissing(found.Search, lexicon);
        return Unread(upload, asOf, day, Outcome.Quarantined, missing);
    }

    /// <summary>A file none of whose rows is read: its name may be fault enough.</summary>
    private ExportReading Unread(Upload upload, AsOfRule? said, DateOnly day, Outcome outcome, RowFault fault)
    {
        var asOf = said ?? AsOfRule.Of(profiles.Default.Lexicon!.Profile.AsOf, upload.File, [], day);
        if (Impossible(asOf, upload) is { } impossible)
            return impossible;
        var spoken = asOf.Source is AsOfSource.Name ? asOf.Day ?? day : day;
        return ReadingOutcome.Unread(upload, Holder(upload, spoken), spoken, outcome, fault);
    }

    private ExportReading ReadTable(SourceChoice choice, AsOfRule asOf, Upload upload, DateOnly uploadDay)
    {
        if (asOf.Refusal is not null)
            return Impossible(asOf, upload)!;
        var (lexicon, table, header) = (choice.Source.Lexicon!, choice.Found!.Table!, choice.Found.Search.Header!);
        var unit = asOf.Day is { } said ? Holder(upload, said) : units.Resolve(upload.Code, uploadDay);
        var context = new ReadingContext(
            header,
            lexicon,
            names,
            Fields,
            unit,
            asOf.Day ?? uploadDay,
            uploadDay,
            table.SerialEpoch,
            table.CountsCells
        );
        var reading = TableReading.Of(table, context, Limits);
        var passed = new List<RowFault>();
        while (asOf.Day is { } early && early < reading.EarliestEvent)
        {
            passed.Add(FileFaults.DayPassedOver(early, reading.EarliestEvent.Value));
            asOf = asOf.Next(lexicon.Profile.AsOf, upload.File, choice.Found.Search.Titles, uploadDay);
            var day = asOf.Day ?? uploadDay;
            reading = TableReading.Again(table, context with { AsOf = day, Unit = Holder(upload, day) }, Limits);
        }
        if (Impossible(asOf, upload) is { } impossible)
            return impossible;
        var settled = reading.LatestEvent is null ? asOf.Otherwise ?? asOf : asOf;
        if (settled != asOf && Impossible(settled, upload) is { } late)
            return late;
        if (asOf.Day is null)
            reading = Settle(table, reading, upload, settled.Day ?? reading.LatestEvent ?? uploadDay);
        reading = ForOwner(choice, reading);
        if (5 * reading.LateRows > reading.Rows && reading.LateRows >= FewestLate)
            reading.HoldBack(FileFaults.DatesAfterAsOf(reading.LateRows, reading.Rows, reading.Context.AsOf));
        if (reading.UnknownReturns.Fault is { } unknown)
            reading.HoldBack(unknown);
        var returned = reading.Defect is null ? reading.UnknownReturns.Warning : null;
        Warn(reading.Findings, [returned, .. passed, settled.Warning, choice.Warning, choice.Found.Warning]);
        WarnOfHeader(header, reading.Findings);
        var format = $"{table.Description}, tiêu đề ở dòng {header.Lines}{ProfileName(lexicon)}";
        if (reading.Context.Unit is null)
        {
            var day = reading.Context.AsOf;
            return Refusal(upload, day, FileFaults.UnitNotValid(upload.Code, day)) with { Format = format };
        }
        return ReadingOutcome.On(upload, reading, format);
    }

    /// <summary>Holds back another unit's list; of a list of several units only the unit's own rows are read.</summary>
    private TableReading ForOwner(SourceChoice choice, TableReading reading)
    {
        if (reading.Context.Unit is not { } own || reading.Defect is not null)
            return reading;
        if (names.OtherIn(choice.Found!.Search.Titles, own) is { } titled)
            reading.HoldBack(FileFaults.OtherUnitsList("tiêu đề", titled, own));
        else if (reading.Units.MostlyOthers is { } other)
            reading.HoldBack(FileFaults.OtherUnitsList("cột đơn vị", other, own));
        else if (reading.Units.AreSeveral)
            return OwnRows(choice.Found.Table!, reading, own);
        return reading;
    }

    private TableReading OwnRows(RowSource table, TableReading reading, Unit own)
    {
        var count = reading.Units.Named;
        var rows = TableReading.Again(table, reading.Context with { LeavesOutOthers = true }, Limits);
        if (rows.Rows == 0)
            rows.HoldBack(FileFaults.NoOwnRow(own, count));
        else
            rows.Findings.Warn(FileFaults.SeveralUnits(rows.LeftOut, count));
        return rows;
    }

    /// <summary>Where neither name nor title says a day, the accepted rows do; only then may words mean something else.</summary>
    private TableReading Settle(RowSource table, TableReading reading, Upload upload, DateOnly day)
    {
        var context = reading.Context;
        var holder = Holder(upload, day);
        var settled = context with { AsOf = day, Unit = holder };
        var isAlike = holder == context.Unit && reading.LateRows == 0;
        return isAlike && context.Lexicon.SpeaksAlikeOn(context.AsOf, day)
            ? reading.In(settled)
            : TableReading.Again(table, settled, Limits);
    }

    /// <summary>The name says a day that hasn't come yet, or one on which the unit doesn't exist.</summary>
    private ExportReading? Impossible(AsOfRule asOf, Upload upload)
    {
        if (asOf.Refusal is { } refusal)
            return Refusal(upload, asOf.Day!.Value, refusal);
        var isNamed = asOf.Source is AsOfSource.Name && asOf.Day is not null;
        return isNamed && Holder(upload, asOf.Day!.Value) is null
            ? Refusal(upload, asOf.Day.Value, FileFaults.UnitNotValid(upload.Code, asOf.Day.Value))
            : null;
    }

    private static void Warn(Findings findings, params ReadOnlySpan<RowFault?> warnings)
    {
        foreach (var warning in warnings)
        {
            if (warning is not null)
                findings.Warn(warning);
        }
    }

    private static void WarnOfHeader(Header header, Findings findings)
    {
        if (!header.Has(Column.Channel))
            findings.Warn(FileFaults.NoChannelColumn);
        if (!header.Has(Column.Due))
            findings.Warn(FileFaults.NoDueColumn);
        foreach (var (column, passed) in header.Passed)
            findings.Warn(FileFaults.SecondSynonym(header, column, passed));
    }

    private ExportReading Refusal(Upload upload, DateOnly asOf, RowFault fault) =>
        ReadingOutcome.Unread(upload, Holder(upload, asOf), asOf, Outcome.Refused, fault);

    private static RowFault Broken(FileDefect defect) => new(defect.Line, "", defect.Code, defect.Message);

    private Unit? Holder(Upload upload, DateOnly asOf) => units.HolderOn(upload.Code, asOf);

    private static string ProfileName(Lexicon lexicon) =>
        lexicon.Profile.Name == SourceProfile.DefaultName ? "" : $", mẫu '{lexicon.Profile.Name}'";
}
