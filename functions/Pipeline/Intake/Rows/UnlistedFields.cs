using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Texts in the column of fields that no list names, told once a file and by their shapes only: each may be a person.
/// </summary>
internal sealed class UnlistedFields(ReadingContext context)
{
    private const int Listed = 10;
    private readonly Dictionary<string, int> rowsByShape = new(StringComparer.Ordinal);
    private int rows;
    private int first;

    public void Add(Row row)
    {
        first = rows++ == 0 ? row.Line : first;
        var shape = context.Found(row, Column.Field);
        rowsByShape[shape] = rowsByShape.GetValueOrDefault(shape) + 1;
    }

    /// <summary>The warning, with the file that would teach the text; null where every text is a field.</summary>
    public RowFault? Told =>
        rows == 0
            ? null
            : new(
                first,
                context.Header.TextOf(Column.Field),
                FaultCodes.FieldBad,
                $"{rows} dòng ghi ở cột này chữ không có trong danh mục lĩnh vực nên coi như không rõ lĩnh vực: {Shapes()}. Nếu đó là tên một lĩnh vực, cơ quan quản lý thêm vào danh mục bằng cchc fields import với tệp hai dòng \"name,other_names\" và \"Tên lĩnh vực,Cách viết khác\", rồi đọc lại tệp."
            )
            {
                Found = rowsByShape.Count == 1 ? rowsByShape.Keys.Single() : null,
            };

    private string Shapes()
    {
        var most = rowsByShape
            .OrderByDescending(shape => shape.Value)
            .ThenBy(shape => shape.Key, StringComparer.Ordinal)
            .Take(Listed)
            .Select(shape => $"({shape.Key}): {shape.Value} dòng");
        return string.Join("; ", most) + (rowsByShape.Count > Listed ? "; …" : "");
    }
}
