using System.Globalization;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>The life of one dossier, and the lines that exports of various days, honest or muddled, hold of it.</summary>
internal sealed record DossierStory
{
    private static readonly Status[] Open =
    [
        Status.Receiving,
        Status.New,
        Status.Processing,
        Status.Processing,
        Status.Waiting,
        Status.Paying,
        Status.Unresolved,
    ];
    private static readonly string?[] Fields = ["Hộ tịch", "Hộ Tịch", "HỘ TỊCH", "Chứng thực", "Đất đai", null];
    private static readonly string?[] Procedures = ["1.001193", "1.000656.h20", "1.000656.H20", "2.000815", null];

    public required string Code { get; init; }
    public required DateOnly Received { get; init; }
    public required DateOnly? Due { get; init; }
    public required DateOnly? ExtendedTo { get; init; }
    public required DateOnly? Finished { get; init; }
    public required DateOnly? Returned { get; init; }
    public required bool IsWithdrawn { get; init; }
    public required NaiveLine Rest { get; init; }

    public static DossierStory Make(Random random, int number, DateOnly first, DateOnly last)
    {
        var received = random.InHundred(25)
            ? random.Day(first.AddDays(-300), first)
            : random.Day(first.AddDays(-20), last);
        var finished = random.Day(received, received.AddDays(random.Pick(0, 5, 30, 90)));
        var coded = random.InHundred(15) ? received.AddDays(random.Next(-60, 60)) : received;
        var code = string.Create(CultureInfo.InvariantCulture, $"000.19.05.H20-{coded:yyMMdd}-{number:0000}");
        var due = finished.AddDays(random.Pick(-9, -1, 0, 0, 1, 4));
        return new DossierStory
        {
            Code = code,
            Received = received,
            Due = random.InHundred(10) ? null : due,
            ExtendedTo = random.InHundred(25) ? due.AddDays(random.Pick(-2, 1, 7)) : null,
            Finished = random.InHundred(25) ? null : finished,
            Returned = random.InHundred(30) ? null : finished.AddDays(random.Pick(-1, 0, 0, 2, 20)),
            IsWithdrawn = random.InHundred(8),
            Rest = new NaiveLine
            {
                Code = code,
                Received = received,
                Field = random.Pick(Fields),
                Procedure = random.Pick(Procedures),
                Level = random.Pick<Level?>(null, Level.Information, Level.Partial, Level.Full),
                Channel = random.Pick(Channel.Blank, Channel.InPerson, Channel.Online, Channel.Online, Channel.Postal),
            },
        };
    }

    /// <summary>A line of an export; event days don't lie after the day of its upload, F and T not before R.</summary>
    public NaiveLine Line(Random random, DateOnly asOf, DateOnly uploadDay)
    {
        var received = random.InHundred(8) ? Received.AddDays(random.Next(-20, 20)) : Received;
        var line = Rest with
        {
            Received = received > uploadDay ? uploadDay : received,
            Due = ExtendedTo is not null && random.InHundred(60) ? ExtendedTo : Due,
            Field = random.InHundred(6) ? random.Pick(Fields) : Rest.Field,
            Procedure = random.InHundred(6) ? random.Pick(Procedures) : Rest.Procedure,
            Channel = random.InHundred(15) ? random.Pick(Enum.GetValues<Channel>()) : Rest.Channel,
            ReturnChannel = random.Pick(Enum.GetValues<Channel>()),
            Digitised = random.Pick<bool?>(null, true, false),
            PaidOnline = random.Pick<bool?>(null, true, false),
            OddWords = random.InHundred(15),
        };
        line = random.Next(100) switch
        {
            < 60 => Honest(line, random, asOf),
            < 85 => Muddled(line, random, asOf, uploadDay),
            _ => Bare(line, random, uploadDay),
        };
        return WithBlanks(line, random);
    }

    private NaiveLine Honest(NaiveLine line, Random random, DateOnly asOf)
    {
        var finished = Finished <= asOf && Finished >= line.Received ? Finished : null;
        var returned = finished is not null && Returned <= asOf && Returned >= line.Received ? Returned : null;
        return line with
        {
            Finished = finished,
            Returned = returned,
            Status =
                finished is null ? random.Pick(Open)
                : IsWithdrawn ? Status.Cancelled
                : returned is null ? Status.Releasing
                : Status.Done,
        };
    }

    private static NaiveLine Muddled(NaiveLine line, Random random, DateOnly asOf, DateOnly uploadDay)
    {
        var recent = random.InHundred(30) && asOf > line.Received ? asOf : line.Received;
        return line with
        {
            Status = random.InHundred(15) ? null : random.Pick(Enum.GetValues<Status>()),
            Due = random.InHundred(50) ? line.Due : random.Day(line.Received, uploadDay.AddDays(20)),
            Finished = random.InHundred(50) ? null : random.Day(recent, uploadDay),
            Returned = random.InHundred(60) ? null : random.Day(recent, uploadDay),
        };
    }

    /// <summary>A correction that says one thing only: a date that overrules what was said before, or another R.</summary>
    private static NaiveLine Bare(NaiveLine line, Random random, DateOnly uploadDay)
    {
        var bare = new NaiveLine { Code = line.Code, Received = line.Received };
        var day = random.Day(line.Received, uploadDay);
        return random.Next(4) switch
        {
            0 => bare with { Received = day },
            1 => bare with { Returned = day },
            _ => bare with { Finished = day },
        };
    }

    private static NaiveLine WithBlanks(NaiveLine line, Random random)
    {
        bool Blank() => random.InHundred(8);
        return line with
        {
            Due = Blank() ? null : line.Due,
            Finished = Blank() ? null : line.Finished,
            Returned = Blank() ? null : line.Returned,
            Status = Blank() ? null : line.Status,
            Channel = Blank() ? Channel.Blank : line.Channel,
            Level = Blank() ? null : line.Level,
            Field = Blank() ? null : line.Field,
            Procedure = Blank() ? null : line.Procedure,
        };
    }
}
