using System.CommandLine;
using CCHC.Pipeline.Periods;

namespace CCHC.Cli.Usage;

/// <summary>PERIOD, checked while parsing; its days depend on a scheme that is known only later.</summary>
internal static class PeriodArgument
{
    private const string Examples = "2022-Q1, 2022-M03, 2022-H1, 2022-9M, 2022, 2022-03-25, 2022-01-10..2022-02-09";

    public static Argument<string> Create() =>
        new("PERIOD")
        {
            Description = $"Kỳ báo cáo, ví dụ {Examples}; viết Q1/2022, tháng 3/2022, 25/03/2022 cũng được.",
            CustomParser = result =>
            {
                var text = PeriodSpelling.NameOf(result.Tokens[0].Value);
                if (!Period.TryParse(text, PeriodScheme.Statutory, out _))
                    result.AddError($"Không có kỳ \"{text}\". Ví dụ: {Examples}.");
                return text;
            },
        };

    public static Period In(this string text, PeriodScheme scheme) =>
        Period.TryParse(PeriodSpelling.NameOf(text), scheme, out var period)
            ? period
            : throw new UsageException($"Không có kỳ \"{text}\". Ví dụ: {Examples}.");
}
