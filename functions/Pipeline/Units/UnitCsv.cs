namespace CCHC.Pipeline.Units;

/// <summary>Units from the CSV with columns code,name,kind,parent,valid_from,valid_to,successors (separated by ';'), and mail and agency_codes (likewise) if there are any.</summary>
public static class UnitCsv
{
    public static IReadOnlyList<Unit> Parse(string text) =>
        [
            .. CsvTable
                .Read(text, "code", "name", "kind", "parent", "valid_from", "valid_to", "successors")
                .Select(Parse),
        ];

    /// <summary>The list as <see cref="Parse(string)"/> reads it.</summary>
    public static string Write(IEnumerable<Unit> units) =>
        CsvText.Of(
            Columns,
            units.Select(unit =>
                (string[])
                    [
                        unit.Code.Text,
                        unit.Name,
                        unit.Kind,
                        unit.Parent,
                        CsvText.Day(unit.ValidFrom),
                        CsvText.Day(unit.ValidTo),
                        string.Join(';', unit.Successors),
                        unit.Mail,
                        string.Join(';', unit.AgencyCodes),
                    ]
            )
        );

    private static readonly string[] Columns =
    [
        "code",
        "name",
        "kind",
        "parent",
        "valid_from",
        "valid_to",
        "successors",
        "mail",
        "agency_codes",
    ];

    private static Unit Parse(CsvLine line)
    {
        if (!UnitCode.TryParse(line["code"], out var code))
            throw line.Fault($"mã \"{line["code"]}\" không phải là 5 chữ số");
        if (line["name"].Length == 0)
            throw line.Fault("thiếu tên đơn vị");
        var (from, to) = (line.Date("valid_from"), line.Date("valid_to"));
        if (from > to)
            throw line.Fault("valid_from sau valid_to");
        return new Unit(
            code,
            line["name"].Normalize(),
            line["kind"],
            line["parent"],
            from,
            to,
            Split(line["successors"])
        )
        {
            Mail = MailAddresses.Parse(line),
            AgencyCodes =
            [
                .. Split(line["agency_codes"])
                    .Select(text =>
                        AgencyCode.Parse(text)
                        ?? throw line.Fault(
                            $"agency_codes: \"{text}\" không phải là mã cơ quan trong mã hồ sơ, ví dụ 000.19.05.H20 hoặc H56.14"
                        )
                    ),
            ],
        };
    }

    private static string[] Split(string cell) =>
        cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
