using System.Globalization;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>Lays lines out as one desk's system does: rows above the header, the table, a total below.</summary>
internal sealed class Rendering(Desk desk, Unit unit)
{
    private const int PageLength = 40;

    private readonly Layout layout = desk.Layout;

    public byte[] File(IReadOnlyList<Line> lines, DateOnly from, DateOnly to, Slip? slip = null) =>
        desk.Format.Write(new Sheet([.. Rows(lines, from, to, slip)]));

    private IEnumerable<IReadOnlyList<Cell>> Rows(IReadOnlyList<Line> lines, DateOnly from, DateOnly to, Slip? slip)
    {
        var columns = layout
            .Columns.Where(column => slip is not Slip.NoCodeColumn || column.Column is not Column.Code)
            .ToList();
        IReadOnlyList<Cell> header = [.. columns.Select(column => (Cell)column.Header)];
        foreach (var row in Above(from, to))
            yield return row;
        if (slip is not Slip.NoHeader)
            yield return header;
        foreach (var (index, line) in lines.Index())
        {
            if (layout.HasPages && index > 0 && index % PageLength == 0)
            {
                yield return [];
                yield return header;
            }
            yield return
            [
                .. columns.Select(column =>
                    column.Column is Column.Number ? Number(index + 1) : line.In(column.Column, layout, unit)
                ),
            ];
        }
        if (layout.HasTotal)
            yield return ["Tổng cộng", Number(lines.Count)];
    }

    private IEnumerable<IReadOnlyList<Cell>> Above(DateOnly from, DateOnly to)
    {
        if (layout.Title is Title.None)
            yield break;
        yield return [$"ỦY BAN NHÂN DÂN {unit.Name.ToUpperInvariant()}"];
        yield return ["DANH SÁCH HỒ SƠ TIẾP NHẬN VÀ TRẢ KẾT QUẢ"];
        if (layout.Title is Title.Span)
            yield return [$"(Từ ngày {Written(from, "dd/MM/yyyy")} đến ngày {Written(to, "dd/MM/yyyy")})"];
        if (layout.Title is Title.Dated)
            yield return [$"Hồng Ngự, {Written(to, "'ngày' dd 'tháng' MM 'năm' yyyy")}"];
        yield return [];
    }

    private static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static Cell Number(int number) => new(number.ToString(CultureInfo.InvariantCulture), Number: number);
}
