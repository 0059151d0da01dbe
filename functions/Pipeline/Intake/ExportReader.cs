using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Rows;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake;

/// <summary>
/// Reads an export: bytes → tables (<see cref="ExportFile"/>) → header → rows → what is kept and what is wrong.
/// Pure and thread-safe; bad input is an answer, never an exception.
/// </summary>
public sealed class ExportReader(UnitRegister units, SourceProfile profile)
{
    private readonly Lexicon lexicon = new(profile);
    private readonly UnitNames names = new(units);

    public IntakeLimits Limits { get; init; } = IntakeLimits.Standard;

    public ExportReading Read(Upload upload)
    {
        var day = VietnamTime.DayOf(upload.UploadedAt);
        var named = AsOfDate.InName(upload.File);
        if (!units.Knows(upload.Code))
            return Refusal(upload, named ?? day, FileFaults.UnknownUnit);
        if (named > day)
            return Refusal(upload, day, FileFaults.NameDateInFuture(named.Value, day));
        if (named is { } asOf && units.HolderOn(upload.Code, asOf) is null)
            return Refusal(upload, asOf, FileFaults.UnitNotValid(upload.Code, asOf));
        using var file = ExportFile.Open(upload.Content, Limits);
        return file.Defect is { } defect ? Broken(upload, named ?? day, defect) : ReadFirst(file, upload, named, day);
    }

    /// <summary>Reads the table that has the required headers.</summary>
    private ExportReading ReadFirst(ExportFile file, Upload upload, DateOnly? named, DateOnly uploadDay)
    {
        var choice = TableChoice.In(file, lexicon);
        if (choice.Table is not null)
            return ReadTable(choice.Table, choice.Search, upload, named, uploadDay);
        if (choice.Defect is { } defect)
            return Broken(upload, named ?? uploadDay, defect);
        var missing = FileFaults.ColumnMissing(choice.Search, lexicon);
        return ReadingOutcome.Unread(
            upload,
            Holder(upload, named ?? uploadDay),
            named ?? uploadDay,
            Outcome.Quarantined,
            missing
        );
    }

    private ExportReading ReadTable(
        RowSource table,
        HeaderSearch search,
        Upload upload,
        DateOnly? named,
        DateOnly uploadDay
    )
    {
        var titled = named ?? AsOfDate.InTitles(search.Titles);
        var said = titled > uploadDay ? uploadDay : titled;
        var reading = ReadRows(table, search.Header!, upload, said, uploadDay);
        if (titled > uploadDay)
            reading.Findings.Warn(FileFaults.TitleDateInFuture(titled.Value, uploadDay));
        WarnOfHeader(search.Header!, reading.Findings);
        var format = $"{table.Description}, tiêu đề ở dòng {search.Header!.Lines}{ProfileName}";
        if (reading.Context.Unit is null)
        {
            var asOf = reading.Context.AsOf;
            return Refusal(upload, asOf, FileFaults.UnitNotValid(upload.Code, asOf)) with { Format = format };
        }
        return ReadingOutcome.On(upload, reading, format);
    }

    /// <summary>Where neither name nor title says a day, the accepted rows do; only then may words mean something else.</summary>
    private TableReading ReadRows(RowSource table, Header header, Upload upload, DateOnly? said, DateOnly uploadDay)
    {
        var asOf = said ?? uploadDay;
        var unit = said is null ? units.Resolve(upload.Code, asOf) : Holder(upload, asOf);
        var context = new ReadingContext(
            header,
            lexicon,
            names,
            unit,
            asOf,
            uploadDay,
            table.SerialEpoch,
            table.CountsCells
        );
        var reading = TableReading.Of(table, context, Limits);
        if (said is not null)
            return reading;
        var latest = reading.LatestEvent ?? uploadDay;
        var holder = Holder(upload, latest);
        var settled = context with { AsOf = latest, Unit = holder };
        return holder == unit && lexicon.SpeaksAlikeOn(asOf, latest)
            ? reading.In(settled)
            : TableReading.Again(table, settled, Limits);
    }

    private static void WarnOfHeader(Header header, Findings findings)
    {
        if (!header.Has(Column.Channel))
            findings.Warn(FileFaults.NoChannelColumn);
        foreach (var (column, passed) in header.Passed)
            findings.Warn(FileFaults.SecondSynonym(header, column, passed));
    }

    private ExportReading Refusal(Upload upload, DateOnly asOf, RowFault fault) =>
        ReadingOutcome.Unread(upload, Holder(upload, asOf), asOf, Outcome.Refused, fault);

    private ExportReading Broken(Upload upload, DateOnly asOf, FileDefect defect)
    {
        var fault = new RowFault(defect.Line, "", defect.Code, defect.Message);
        return ReadingOutcome.Unread(upload, Holder(upload, asOf), asOf, defect.Outcome, fault);
    }

    private Unit? Holder(Upload upload, DateOnly asOf) => units.HolderOn(upload.Code, asOf);

    private string ProfileName => profile.Name == SourceProfile.Default.Name ? "" : $", mẫu '{lexicon.Profile.Name}'";
}
