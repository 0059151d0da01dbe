using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Units;

/// <summary>Offices from the CSV with columns id,name,head,fields (names or ids, separated by ';'),mail,valid_from,valid_to.</summary>
public static class OfficeCsv
{
    /// <summary>Reads the list; on no day may two offices answer for one field.</summary>
    /// <exception cref="InvalidDataException">A line is faulty; the message is Vietnamese and names it.</exception>
    public static IReadOnlyList<Office> Parse(string text)
    {
        var offices = new List<Office>();
        foreach (var line in CsvTable.Read(text, "id", "name", "head", "fields", "valid_from", "valid_to"))
        {
            var office = Parse(line);
            var rival = offices.Find(other =>
                other.Term.Overlaps(office.Term) && other.Fields.Intersect(office.Fields).Any()
            );
            if (rival is not null)
                throw line.Fault($"{rival.Name} đã phụ trách một lĩnh vực của {office.Name} trong cùng thời gian");
            if (offices.Exists(other => other.Id == office.Id && other.ValidFrom == office.ValidFrom))
                throw line.Fault($"\"{office.Id}\" đã có ở một dòng trên với cùng valid_from");
            offices.Add(office);
        }
        return offices;
    }

    /// <summary>The list as <see cref="Parse(string)"/> reads it.</summary>
    public static string Write(IEnumerable<Office> offices) =>
        CsvText.Of(
            ["id", "name", "head", "fields", "mail", "valid_from", "valid_to"],
            offices.Select(office =>
                (string[])
                    [
                        office.Id,
                        office.Name,
                        office.Head,
                        string.Join(';', office.Fields),
                        office.Mail,
                        CsvText.Day(office.ValidFrom),
                        CsvText.Day(office.ValidTo),
                    ]
            )
        );

    private static Office Parse(CsvLine line)
    {
        var id = line["id"];
        if (id.Length == 0 || Slug.Of(id) != id)
            throw line.Fault($"id \"{id}\" chỉ được gồm chữ thường không dấu, chữ số và gạch nối");
        if (line["name"].Length == 0 || line["head"].Length == 0)
            throw line.Fault("thiếu name hoặc head");
        var (from, to) = (line.Date("valid_from"), line.Date("valid_to"));
        if (from > to)
            throw line.Fault("valid_from sau valid_to");
        var fields = line["fields"]
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Slug.Of);
        return new(
            id,
            line["name"].Normalize(),
            line["head"].Normalize(),
            [.. fields],
            MailAddresses.Parse(line),
            from,
            to
        );
    }
}
