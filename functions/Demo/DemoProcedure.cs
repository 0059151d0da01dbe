using System.Globalization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>A procedure that communes handle, as published in 2022.</summary>
/// <param name="Code">Mã TTHC.</param>
/// <param name="Name">Tên thủ tục hành chính.</param>
/// <param name="Field">Lĩnh vực.</param>
/// <param name="Level">Level of its online service.</param>
/// <param name="LimitDays">Working days allowed; 0 = settled within the day.</param>
/// <param name="Frequency">How often it is asked for, against the others.</param>
/// <param name="HasFee">Whether there is anything to pay.</param>
public sealed record DemoProcedure(
    string Code,
    string Name,
    string Field,
    Level Level,
    int LimitDays,
    int Frequency,
    bool HasFee
)
{
    public static IReadOnlyList<DemoProcedure> All { get; } = Read();

    private static List<DemoProcedure> Read() =>
        [
            .. CsvTable
                .Read(
                    DemoData.Read("procedures.csv"),
                    "code",
                    "name",
                    "field",
                    "level",
                    "limit_days",
                    "frequency",
                    "fee"
                )
                .Select(Parse),
        ];

    private static DemoProcedure Parse(CsvLine line) =>
        new(
            line["code"],
            line["name"].Normalize(),
            line["field"].Normalize(),
            (Level)Number(line["level"]),
            Number(line["limit_days"]),
            Number(line["frequency"]),
            line["fee"] == "yes"
        );

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
