using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Units;

/// <summary>The list of fields from the CSV with columns id (may be left out), name, other_names (separated by ';').</summary>
public static class FieldCsv
{
    public const string Header = "id,name,other_names\n";
    private const int LongestName = 100;

    /// <summary>Reads the list.</summary>
    /// <exception cref="InvalidDataException">A line is faulty, or two fields share a spelling; the message is Vietnamese and names the line.</exception>
    public static FieldList Parse(string text)
    {
        var fields = new List<ListedField>();
        var owners = new Dictionary<string, ListedField>(StringComparer.Ordinal);
        foreach (var line in CsvTable.Read(text, "name"))
        {
            var field = Parse(line);
            foreach (var name in field.Names)
            {
                var spelling = FieldSpelling.Bare(FieldSpelling.Of(name));
                if (!owners.TryAdd(spelling, field) && !ReferenceEquals(owners[spelling], field))
                    throw Taken(line, name, owners[spelling]);
            }
            fields.Add(field);
            if (fields.Count > FieldList.Most)
                throw line.Fault($"danh mục có quá {FieldList.Most} lĩnh vực");
        }
        return new FieldList(fields);
    }

    /// <summary>The list as <see cref="Parse(string)"/> reads it.</summary>
    public static string Write(IEnumerable<ListedField> fields) =>
        CsvText.Of(
            ["id", "name", "other_names"],
            fields.Select(field => (string[])[field.Id, field.Name, string.Join(';', field.OtherNames)])
        );

    /// <summary>That a line gives a field a name which is another's.</summary>
    public static InvalidDataException Taken(CsvLine line, string name, ListedField owner) =>
        line.Fault($"\"{name}\" đã là tên của lĩnh vực {owner.Name}");

    private static ListedField Parse(CsvLine line)
    {
        var name = Name(line, line["name"]);
        var others = line["other_names"]
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(other => Name(line, other));
        var field = new ListedField(name, [.. others]);
        if (line["id"].Length > 0 && line["id"] != field.Id)
            throw line.Fault($"id phải là {field.Id} (tên không dấu) hoặc để trống");
        return field;
    }

    private static string Name(CsvLine line, string text)
    {
        var name = text.Normalize();
        if (name.Length is 0 or > LongestName || !char.IsLetter(name[0]) || !name.All(IsOfNames))
            throw line.Fault("tên lĩnh vực chỉ gồm chữ, dấu cách, dấu phẩy, gạch nối, không quá 100 ký tự");
        return Slug.Of(name) == Slug.Unknown || FieldSpelling.Of(name).Length == 0
            ? throw line.Fault($"\"{name}\" không thể là tên lĩnh vực")
            : name;
    }

    /// <summary>No digit: a number is nobody's field, and may be somebody's telephone.</summary>
    private static bool IsOfNames(char c) =>
        char.IsLetter(c) || c is ' ' or ',' or '-' or '–' or '(' or ')' or '/' or '.' or '&';
}
