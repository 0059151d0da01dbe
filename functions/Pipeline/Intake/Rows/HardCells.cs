using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>The values of a row without which it can't be counted rightly.</summary>
internal readonly record struct HardValues(
    DateOnly? Received,
    DateOnly? Due,
    DateOnly? Finished,
    DateOnly? Returned,
    Status? Status
);

/// <summary>Reads the cells whose faults refuse their row: code, dates, status, unit, formulas.</summary>
internal sealed class HardCells(ReadingContext context)
{
    private const int FirstYear = 2000;
    private readonly Header header = context.Header;
    private readonly DateCells dates = new(context);
    private readonly WordColumn<Status> statuses = new(context.Lexicon.Statuses.On(context.AsOf));
    private readonly CrammedRow crammed = new(context.Header);

    /// <summary>What the days of the file say of one another.</summary>
    public DateProof Proof { get; } = new(context);

    /// <summary>Words of statuses that aren't known.</summary>
    public UnknownWords Unknown { get; } = new(context.Header, context.Lexicon);

    public UnitCells Units { get; } = new(context.Units, context.Unit);

    /// <summary>Faults of the row read last.</summary>
    public List<RowFault> Faults { get; } = [];

    public int[] Unfit { get; } = new int[ColumnExtensions.KeptCount];

    /// <summary>
    /// True once no more faults are listed: they are counted without being put into words, which would cost a file of
    /// a million bad rows more than its reading.
    /// </summary>
    public bool IsQuiet { get; set; }

    public HardValues Read(Row row, string? code)
    {
        Faults.Clear();
        if (code is null && crammed.SeparatorIn(row) is { } separator)
        {
            RefuseOtherSeparator(row, separator);
            return default;
        }
        if (row.HasFormula)
            RefuseFormulas(row);
        if (row.Count > header.Width)
            RefuseCellsBeyondHeader(row);
        if (code is null)
            RefuseCode(row);
        var values = new HardValues(
            ReadDate(row, Column.Received),
            ReadDate(row, Column.Due),
            ReadDate(row, Column.Finished),
            ReadDate(row, Column.Returned),
            ReadStatus(row)
        );
        if (values.Received is null && IsNoDate(row, Column.Received))
            Refuse(row, Column.Received, FaultCodes.ReceivedMissing, "Thiếu ngày tiếp nhận.");
        if (code is not null)
            Proof.Compare(row, code, values.Received);
        CompareDates(row, values);
        if (header.Has(Column.Unit) && row.KindOf(header[Column.Unit]) is not CellKind.Formula)
            CompareUnit(row);
        if (code is not null)
            CompareAgency(row, code);
        return values;
    }

    private void RefuseOtherSeparator(Row row, char separator)
    {
        var message =
            $"Các ô của dòng này cách nhau bằng {Told.Separator(separator)}, khác với cả tệp. Hãy xuất lại để mọi dòng dùng cùng một dấu phân cách.";
        Faults.Add(new RowFault(row.Line, "", FaultCodes.OtherSeparator, message));
    }

    /// <summary>True where the unit cell names another unit.</summary>
    public bool IsOthers(Row row) =>
        header.Has(Column.Unit) && Units.Read(header.Cell(row, Column.Unit)) is Ownership.Others;

    private void RefuseFormulas(Row row)
    {
        for (var column = Column.Code; column < Column.Unit; column++)
        {
            if (header.Has(column) && row.KindOf(header[column]) is CellKind.Formula)
                Refuse(row, column, FaultCodes.Formula, "Ô chứa công thức. Hãy dán giá trị thay cho công thức.");
        }
    }

    private void RefuseCellsBeyondHeader(Row row)
    {
        if (!context.CountsCells)
            return;
        for (var place = header.Width; place < row.Count; place++)
        {
            if (!row[place].IsEmpty)
            {
                var message = $"Dòng có nhiều ô hơn tiêu đề ({header.Width} cột): có thể một ô chứa dấu phân cách.";
                Faults.Add(new RowFault(row.Line, "", FaultCodes.TooManyCells, message));
                return;
            }
        }
    }

    private void RefuseCode(Row row)
    {
        var text = header.Cell(row, Column.Code);
        if (row.KindOf(header[Column.Code]) is CellKind.Formula)
            return;
        if (text.IsEmpty)
        {
            Refuse(row, Column.Code, FaultCodes.CodeMissing, "Thiếu mã hồ sơ.");
            return;
        }
        var message = IsQuiet
            ? ""
            : $"{Echo(text)} không phải là mã hồ sơ{CodeText.Oddity(text)}. Mã có dạng 000.19.05.H20-220325-0001 hoặc H56.14-240823-0001.";
        RefuseUnfit(row, Column.Code, FaultCodes.CodeBad, message);
    }

    private DateOnly? ReadDate(Row row, Column column)
    {
        if (!header.Has(column))
            return null;
        var place = header[column];
        var text = row[place];
        var kind = row.KindOf(place);
        if (text.IsEmpty || kind is CellKind.Formula)
            return null;
        if (!dates.TryRead(text, kind, out var day))
        {
            Proof.AddUnread(text);
            if (!DateCells.IsBlank(text))
                RefuseUnfit(row, column, FaultCodes.DateBad, IsQuiet ? "" : NoDate(text));
            return null;
        }
        if (DateCells.IsNone(day))
            return null;
        Proof.Add(kind, day);
        if (day.Year < FirstYear)
            Refuse(row, column, FaultCodes.DateTooOld, $"Ngày {Told.Day(day)} trước năm {FirstYear}.");
        else if (day > context.UploadDay && column is not Column.Due)
            Refuse(
                row,
                column,
                FaultCodes.DateAfterUpload,
                $"Ngày {Told.Day(day)} sau ngày gửi tệp ({Told.Day(context.UploadDay)})."
            );
        return day;
    }

    private bool IsNoDate(Row row, Column column) =>
        DateCells.IsBlank(header.Cell(row, column))
        || (dates.TryRead(row, header[column], out var day) && DateCells.IsNone(day));

    private string NoDate(ReadOnlySpan<char> text) =>
        $"{Echo(text)} không phải là ngày có thật. Ngày có dạng {context.Lexicon.Profile.Dates.Example} hoặc 2022-03-25.";

    private Status? ReadStatus(Row row)
    {
        if (!header.Has(Column.Status))
            return null;
        var text = header.Cell(row, Column.Status);
        if (text.IsEmpty || row.KindOf(header[Column.Status]) is CellKind.Formula)
            return null;
        if (statuses.TryRead(text, out var status))
            return status;
        Unknown.Add(Column.Status, text);
        RefuseUnfit(row, Column.Status, FaultCodes.StatusUnknown, IsQuiet ? "" : UnknownStatus(text));
        return null;
    }

    private string UnknownStatus(ReadOnlySpan<char> text) =>
        Shape.IsNumericCode(text)
            ? $"Trạng thái ghi bằng mã số {Echo(text)} mà mỗi phần mềm hiểu một khác. Hãy xuất trạng thái bằng chữ, hoặc đề nghị cơ quan quản lý chọn mẫu nguồn dữ liệu cho đơn vị. Các trạng thái đã biết: {context.Lexicon.KnownStatuses}."
            : $"Không nhận ra trạng thái {Echo(text)}. Các trạng thái đã biết: {context.Lexicon.KnownStatuses}.";

    private void CompareDates(Row row, HardValues values)
    {
        if (values.Finished < values.Received)
            Refuse(
                row,
                Column.Finished,
                FaultCodes.FinishedBeforeReceived,
                $"Ngày có kết quả {Told.Day(values.Finished)} trước ngày tiếp nhận {Told.Day(values.Received)}."
            );
        if (values.Returned < values.Received)
            Refuse(
                row,
                Column.Returned,
                FaultCodes.ReturnedBeforeReceived,
                $"Ngày trả kết quả {Told.Day(values.Returned)} trước ngày tiếp nhận {Told.Day(values.Received)}."
            );
    }

    private void CompareUnit(Row row)
    {
        var text = header.Cell(row, Column.Unit);
        if (Units.Read(text) is Ownership.Others)
            Refuse(
                row,
                Column.Unit,
                FaultCodes.OtherUnit,
                $"Hồ sơ của đơn vị khác ({Others(text)}), không phải của đơn vị gửi tệp."
            );
    }

    private void CompareAgency(Row row, string code)
    {
        if (
            context.Unit is not { } own
            || context.Units.Agencies.OtherOf(code, own, context.AsOf) is not { } other
            || Faults.Exists(fault => fault.Code == FaultCodes.OtherUnit)
        )
            return;
        var agency = code[..code.IndexOf('-', StringComparison.Ordinal)];
        var message = $"Mã cơ quan {agency} trong mã hồ sơ là của {other.Name}, không phải của đơn vị gửi tệp.";
        Refuse(row, Column.Code, FaultCodes.OtherUnit, message);
    }

    /// <summary>The listed unit's own name, never the cell.</summary>
    private string Others(ReadOnlySpan<char> text) => Units.Other(text)!.Name;

    private string Echo(ReadOnlySpan<char> text) => Shape.Echo(text, context.Lexicon);

    private void RefuseUnfit(Row row, Column column, string code, string message)
    {
        Unfit[(int)column]++;
        Refuse(row, column, code, message);
    }

    private void Refuse(Row row, Column column, string code, string message) =>
        Faults.Add(
            new RowFault(row.Line, header.TextOf(column), code, message)
            {
                Found = IsQuiet ? null : context.Found(row, column),
            }
        );
}
