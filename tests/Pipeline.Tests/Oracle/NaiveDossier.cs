using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>
/// One dossier of one unit after joining all its uploads, by the letter of domain.md §5 and design.md §4 law 1.
/// Plain and slow on purpose: every cell asks all uploads again.
/// </summary>
public sealed class NaiveDossier
{
    private static readonly Status[] Closed = [Status.Releasing, Status.Done, Status.Cancelled];
    private readonly List<Mention> mentions;

    private NaiveDossier(string code, IEnumerable<Mention> ofCode)
    {
        Code = code;
        mentions = [.. ofCode.OrderBy(mention => mention.Upload.Stamp)];

        // "received day R": always there; the greatest stamp wins.
        Received = Latest(line => (DateOnly?)line.Received)!.Is;
        // "The present D counts, the first non-empty D seen is kept": that of the least stamp.
        Due = Latest(line => line.Due)?.Is;
        EverHadDueColumn = mentions.Any(mention => mention.Upload.Has(KeptColumns.Due));
        FirstDue = mentions.Select(mention => mention.Line.Due).FirstOrDefault(due => due is not null);
        // "extended: the present D is later than the first D seen".
        IsExtended = Due is { } due && FirstDue is { } first && due > first;

        var status = Latest(line => line.Status);
        var finished = Latest(line => line.Finished);
        var returned = Latest(line => line.Returned);
        WrittenStatus = status?.Is;

        // "If the finished or returned date comes from a later upload than the status, the date decides."
        DateDecides =
            status is not null
            && (finished?.Stamp.CompareTo(status.Stamp) > 0 || returned?.Stamp.CompareTo(status.Stamp) > 0);
        // "Where a date overrules an open, receiving or denied status, the present status counts as finished
        // (withdrawn stays withdrawn)."
        DateOverrules = DateDecides && !Closed.Contains(status!.Is);
        PresentStatus = DateOverrules ? Status.Releasing : status?.Is;
        // "No status ever known: F, else T, decides"; under an open status F and T don't count.
        IsClosed = PresentStatus is { } present
            ? Closed.Contains(present)
            : finished is not null || returned is not null;

        // "F = the finished date; else the returned date; else, under a closed status, the earliest as-of date on which
        // it was seen in any closed status."
        EarliestClosed = EarliestClosedAsOf();
        UnclampedFinished = IsClosed ? finished?.Is ?? returned?.Is ?? EarliestClosed : null;
        // "After all that F = max(F, R)."
        Finished = UnclampedFinished < Received ? Received : UnclampedFinished;
        // "T is never inferred."
        Returned = IsClosed ? returned?.Is : null;
        FinishedIsInferred = IsClosed && finished is null && returned is null;
        HasUncountedDate = !IsClosed && (finished is not null || returned is not null);

        Channel = KnownChannel(line => line.Channel, KeptColumns.Channel);
        ReturnChannel = KnownChannel(line => line.ReturnChannel, KeptColumns.ReturnChannel);
        Level = Latest(line => line.Level)?.Is;
        Digitised = Latest(line => line.Digitised)?.Is;
        PaidOnline = Latest(line => line.PaidOnline)?.Is;
        // design.md §3: "a field's id is the ASCII slug of its NFC name, a procedure's its code as written in upper
        // case; empty = unknown".
        Field = Latest(line => line.Field)?.Is is { } name ? NaiveSlug.Of(name) : "unknown";
        Procedure = Latest(line => line.Procedure)?.Is.ToUpperInvariant() ?? "unknown";
    }

    /// <summary>What one upload says of this dossier; cells of columns that the file lacks are blank.</summary>
    private sealed record Mention(NaiveUpload Upload, NaiveLine Line);

    private sealed record Value<T>(T Is, Stamp Stamp);

    public string Code { get; }
    public DateOnly Received { get; }
    public DateOnly? Due { get; }
    public DateOnly? FirstDue { get; }
    public DateOnly? Finished { get; }
    public DateOnly? Returned { get; }

    /// <summary>Null when none was ever known.</summary>
    public Status? PresentStatus { get; }

    /// <summary>Null is unknown.</summary>
    public Channel? Channel { get; }

    /// <summary>Null is unknown.</summary>
    public Channel? ReturnChannel { get; }
    public Level? Level { get; }
    public string Field { get; }
    public string Procedure { get; }
    public bool? Digitised { get; }
    public bool? PaidOnline { get; }
    public bool IsExtended { get; }

    // "'receiving' and 'denied' (as present status) are counted nowhere."
    public bool IsCounted => PresentStatus is not (Status.Receiving or Status.Denied);

    public bool IsWithdrawn => PresentStatus is Status.Cancelled;

    // "Its present status is not waiting, paying or stopped."
    public bool StandsStill => PresentStatus is Status.Waiting or Status.Paying or Status.Unresolved;

    public bool EverHadDueColumn { get; }

    // How it came to be so: for tests of the rules.
    public Status? WrittenStatus { get; }
    public bool DateDecides { get; }
    public bool DateOverrules { get; }
    public bool IsClosed { get; }
    public DateOnly? UnclampedFinished { get; }
    public DateOnly? EarliestClosed { get; }
    public bool FinishedIsInferred { get; }
    public bool HasUncountedDate { get; }

    /// <summary>"The identity of a dossier is (unit, code)": all uploads of one unit, grouped by code.</summary>
    public static IReadOnlyList<NaiveDossier> Of(IEnumerable<NaiveUpload> uploadsOfOneUnit) =>
        [
            .. uploadsOfOneUnit
                .SelectMany(upload =>
                    upload
                        .Lines.GroupBy(line => line.Code)
                        .Select(lines => new Mention(upload, NaiveJoin.Of(upload, lines)))
                )
                .GroupBy(mention => mention.Line.Code)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new NaiveDossier(group.Key, group)),
        ];

    private DateOnly? EarliestClosedAsOf() =>
        mentions
            .Where(mention => mention.Line.Status is { } status && Closed.Contains(status))
            .Min(mention => (DateOnly?)mention.Upload.AsOf);

    // "Per dossier and field, the non-empty value of the upload with the greatest stamp wins; an upload that lacks a
    // column, or leaves a cell empty, erases nothing."
    private Value<T>? Latest<T>(Func<NaiveLine, T?> cell)
        where T : struct =>
        mentions
            .Where(mention => cell(mention.Line).HasValue)
            .Select(mention => new Value<T>(cell(mention.Line)!.Value, mention.Upload.Stamp))
            .LastOrDefault();

    private Value<string>? Latest(Func<NaiveLine, string?> cell) =>
        mentions
            .Where(mention => cell(mention.Line) is not null)
            .Select(mention => new Value<string>(cell(mention.Line)!, mention.Upload.Stamp))
            .LastOrDefault();

    // "The latest known value; else unknown, if a text was there that isn't known; else in person, if any upload with
    // this dossier had the column (blank cells); else unknown."
    private Channel? KnownChannel(Func<NaiveLine, Channel> cell, KeptColumns column)
    {
        if (Latest(line => IsKnown(cell(line)) ? cell(line) : (Channel?)null) is { } known)
            return known.Is;
        if (mentions.Any(mention => cell(mention.Line) is Pipeline.Intake.Channel.Unrecognised))
            return null;
        return mentions.Any(mention => mention.Upload.Has(column)) ? Pipeline.Intake.Channel.InPerson : null;
    }

    private static bool IsKnown(Channel channel) =>
        channel is not (Pipeline.Intake.Channel.Blank or Pipeline.Intake.Channel.Unrecognised);
}
