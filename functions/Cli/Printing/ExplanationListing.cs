using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.Explaining;
using CCHC.Pipeline.Scoring;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>The dossiers behind a figure, for people and for programs.</summary>
internal static class ExplanationListing
{
    private static readonly string[] Columns =
    [
        "code",
        "received",
        "due",
        "finished",
        "returned",
        "channel",
        "return_channel",
        "counted",
        "counts",
        "as_of",
        "uploaded_at",
        "file",
        "journal",
    ];

    /// <summary>Which figure it is and what it rests on.</summary>
    public static string Title(ExplainedFigure figure) =>
        $"{figure.Unit.Name}, kỳ {figure.Period.Name} (từ ngày {Words.Day(figure.Period.From)} đến ngày {Words.Day(figure.Period.To)}): {figure.Kpi.Name}.\n"
        + (
            figure.ReviewedOn is { } day
                ? $"Số liệu đã chốt ngày {Words.Day(day)}, số liệu đến ngày {Words.Day(figure.AsOf)}."
                : $"Kỳ chưa được đánh giá; số liệu hiện có, số liệu đến ngày {Words.Day(figure.AsOf)}."
        );

    /// <summary>What the dossiers add up to, which is the figure.</summary>
    public static string Sum(ExplainedFigure figure) =>
        $"Cộng {Vietnamese.Figure(figure.Dossiers.Count)} hồ sơ: tử số {Vietnamese.Figure(figure.Figure.Num)}, mẫu số {Vietnamese.Figure(figure.Figure.Den)}, chưa rõ {Vietnamese.Figure(figure.Figure.Unknown)}; tỷ lệ {figure.Figure.RateVietnamese}.";

    public static Table Table(ExplainedFigure figure)
    {
        var table = new Table().Texts(
            "Mã hồ sơ",
            "Tiếp nhận",
            "Hẹn trả",
            "Có kết quả",
            "Trả kết quả",
            "Hình thức nộp",
            "Hình thức trả",
            "Tính vào",
            "Vì sao",
            "Tệp quyết định",
            "Số liệu ngày",
            "Gửi lúc"
        );
        foreach (var dossier in figure.Dossiers)
            table.Row(
                dossier.Code,
                ReviewWords.Day(dossier.Standing.Received),
                ReviewWords.Day(dossier.Standing.Due),
                ReviewWords.Day(dossier.Standing.Finished),
                ReviewWords.Day(dossier.Standing.Returned),
                ReviewWords.Of(dossier.Standing.Channel),
                dossier.Standing.Returned is null ? "" : ReviewWords.Of(dossier.Standing.ReturnChannel),
                ReviewWords.Of(dossier.CountedIn),
                CountWords.Why(figure.Kpi, dossier.Counts),
                FileOf(figure, dossier),
                ReviewWords.Day(dossier.DecidedBy.AsOf),
                Moment(dossier.DecidedBy)
            );
        return table;
    }

    public static Listing Of(ExplainedFigure figure) =>
        new(Columns, [.. figure.Dossiers.Select(dossier => Cells(figure, dossier))]);

    public static string Json(ExplainedFigure figure) =>
        Of(figure)
            .Json(
                json =>
                {
                    json.WriteString("period", figure.Period.Name);
                    json.WriteString("unit", figure.Unit.Id);
                    json.WriteString("unit_name", figure.Unit.Name);
                    json.WriteString("kpi", figure.Kpi.Id);
                    json.WriteNumber("num", figure.Figure.Num);
                    json.WriteNumber("den", figure.Figure.Den);
                    json.WriteNumber("unknown", figure.Figure.Unknown);
                    json.WriteString("as_of", Day(figure.AsOf));
                    json.WriteString("reviewed_on", Day(figure.ReviewedOn));
                },
                "dossiers"
            );

    private static IReadOnlyList<object?> Cells(ExplainedFigure figure, ExplainedDossier dossier) =>
        [
            dossier.Code,
            dossier.Standing.Received,
            dossier.Standing.Due,
            dossier.Standing.Finished,
            dossier.Standing.Returned,
            Id(dossier.Standing.Channel),
            Id(dossier.Standing.ReturnChannel),
            dossier.CountedIn.ToString().ToLowerInvariant(),
            string.Join(';', CountWords.Deciding(figure.Kpi, dossier.Counts)),
            dossier.DecidedBy.AsOf,
            Utc(dossier.DecidedBy),
            FileOf(figure, dossier),
            figure.Journal.GetValueOrDefault(dossier.DecidedBy, ""),
        ];

    private static string FileOf(ExplainedFigure figure, ExplainedDossier dossier) =>
        figure.Files.GetValueOrDefault(dossier.DecidedBy, "");

    private static string Id(Pipeline.Intake.Channel channel) =>
        channel switch
        {
            Pipeline.Intake.Channel.InPerson => "in_person",
            Pipeline.Intake.Channel.Online => "online",
            Pipeline.Intake.Channel.Postal => "postal",
            Pipeline.Intake.Channel.Blank or Pipeline.Intake.Channel.Unrecognised => "unknown",
        };

    private static string Day(DateOnly? day) => IsoDay.Of(day);

    private static string Utc(Stamp stamp) =>
        new DateTime(stamp.UploadedAt, DateTimeKind.Utc).ToString(
            "yyyy-MM-ddTHH:mm:ssZ",
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static string Moment(Stamp stamp) => DayText.WithTime(new DateTimeOffset(stamp.UploadedAt, TimeSpan.Zero));
}
