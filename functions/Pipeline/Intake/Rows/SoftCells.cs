using System.Runtime.CompilerServices;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Reads the cells of an accepted row that may be unknown: what isn't known is left out, with a warning.</summary>
internal sealed class SoftCells(ReadingContext context, Findings findings)
{
    private readonly Header header = context.Header;
    private readonly WordColumn<Channel> channels = new(context.Lexicon.Channels.On(context.AsOf));
    private readonly WordColumn<Channel> returnChannels = new(context.Lexicon.ReturnChannels.On(context.AsOf));
    private readonly WordColumn<Level> levels = new(context.Lexicon.Levels.On(context.AsOf));
    private readonly WordColumn<bool> yesNo = new(context.Lexicon.YesNo.On(context.AsOf));
    private readonly UnitCells units = new(context.Units, context.Unit);

    private const int RememberedProcedures = 2 * IntakeLimits.MostProcedures;
    private readonly Dictionary<string, string?> procedures = new(StringComparer.Ordinal);

    private readonly FieldNames fields = new(context.Fields);

    public UnlistedFields Unlisted { get; } = new(context);

    /// <summary>Words that aren't known, of the columns with a closed list.</summary>
    public UnknownWords Unknown { get; } = new(context.Header, context.Lexicon);

    /// <summary>Different procedures.</summary>
    public int Procedures => procedures.Values.Distinct(StringComparer.Ordinal).Count();

    public int[] Unfit { get; } = new int[ColumnExtensions.KeptCount];

    public KeptRow Read(Row row, string code, HardValues hard)
    {
        WarnOfUnit(row);
        return new KeptRow
        {
            Code = code,
            Received = hard.Received!.Value,
            Due = hard.Due,
            Finished = hard.Finished,
            Returned = hard.Returned,
            Status = hard.Status,
            Channel = ReadChannel(row, Column.Channel, channels),
            ReturnChannel = ReadChannel(row, Column.ReturnChannel, returnChannels),
            Level = ReadWord(row, Column.Level, levels, FaultCodes.LevelUnknown),
            Field = ReadField(row),
            Procedure = ReadProcedure(row),
            Digitised = ReadWord(row, Column.Digitised, yesNo, FaultCodes.YesNoUnknown),
            PaidOnline = ReadWord(row, Column.PaidOnline, yesNo, FaultCodes.YesNoUnknown),
        };
    }

    public void WarnOfDates(Row row, string code, HardValues hard)
    {
        if (DossierCode.ContradictsDay(code, hard.Received!.Value))
            Warn(row, Column.Code, FaultCodes.CodeDateDiffers, "Ngày trong mã hồ sơ khác ngày tiếp nhận.");
        if (hard is { Status: Status.Cancelled or Status.Releasing or Status.Done, Finished: null, Returned: null })
            WarnOfInference(row);
        WarnIfAfterAsOf(row, Column.Received, hard.Received);
        WarnIfAfterAsOf(row, Column.Finished, hard.Finished);
        WarnIfAfterAsOf(row, Column.Returned, hard.Returned);
    }

    private void WarnOfInference(Row row)
    {
        const string message =
            "Hồ sơ đã xong mà không có ngày có kết quả lẫn ngày trả: lấy ngày của số liệu làm ngày xong.";
        findings.WarnOnce(new RowFault(row.Line, header.TextOf(Column.Status), FaultCodes.FinishedInferred, message));
    }

    private Channel ReadChannel(Row row, Column column, WordColumn<Channel> words)
    {
        if (!header.Has(column) || header.Cell(row, column).IsEmpty)
            return Channel.Blank;
        return ReadWord(row, column, words, FaultCodes.ChannelUnknown) ?? Channel.Unrecognised;
    }

    private T? ReadWord<T>(Row row, Column column, WordColumn<T> words, string code)
        where T : struct
    {
        if (!header.Has(column))
            return null;
        var text = header.Cell(row, column);
        if (text.IsEmpty)
            return null;
        if (words.TryRead(text, out var value))
            return value;
        if (column is Column.Channel or Column.ReturnChannel && Shape.IsNumericCode(text))
            TellNumericCode(row, column);
        else
        {
            Unknown.Add(column, text);
            WarnUnknown(row, column, code, "Không nhận ra ");
        }
        return null;
    }

    private string? ReadField(Row row)
    {
        if (!header.Has(Column.Field))
            return null;
        var text = header.Cell(row, Column.Field);
        if (text.IsEmpty)
            return null;
        if (fields.Read(text) is { } name)
            return name;
        Unfit[(int)Column.Field]++;
        Unlisted.Add(row);
        return null;
    }

    private string? ReadProcedure(Row row)
    {
        if (!header.Has(Column.Procedure))
            return null;
        var text = header.Cell(row, Column.Procedure);
        if (text.IsEmpty)
            return null;
        var lookup = procedures.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var procedure) && procedures.Count < RememberedProcedures)
        {
            procedure = ProcedureCode.Parse(text);
            if (procedure is not null)
                lookup[text] = procedure;
        }
        if (procedure is null)
            WarnUnknown(row, Column.Procedure, FaultCodes.ProcedureBad, "Không phải mã thủ tục hành chính: ");
        return procedure;
    }

    private void WarnOfUnit(Row row)
    {
        if (!header.Has(Column.Unit) || row.KindOf(header[Column.Unit]) is CellKind.Formula)
            return;
        if (units.Read(header.Cell(row, Column.Unit)) is Ownership.Unclear)
            WarnUnknown(row, Column.Unit, FaultCodes.UnitTextUnknown, "Không có đơn vị nào trong danh sách mang tên ");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WarnUnknown(Row row, Column column, string code, string before)
    {
        if (column < Column.Unit)
            Unfit[(int)column]++;
        var message = $"{before}{Shape.Echo(header.Cell(row, column), context.Lexicon)}; coi như không rõ.";
        findings.WarnOnce(
            new RowFault(row.Line, header.TextOf(column), code, message) { Found = context.Found(row, column) }
        );
    }

    /// <summary>1 is in person in one system and online in another: a fault, though the row is kept (domain.md §4).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TellNumericCode(Row row, Column column)
    {
        Unfit[(int)column]++;
        const string message =
            "Cột ghi bằng mã số mà mỗi phần mềm hiểu một khác; dòng vẫn được nhận, giá trị coi như không rõ. Hãy xuất cột này bằng chữ, hoặc đề nghị cơ quan quản lý chọn mẫu nguồn dữ liệu cho đơn vị.";
        findings.FaultOnce(
            new RowFault(row.Line, header.TextOf(column), FaultCodes.NumericCode, message)
            {
                Found = context.Found(row, column),
            }
        );
    }

    private void WarnIfAfterAsOf(Row row, Column column, DateOnly? day)
    {
        if (day > context.AsOf)
            Warn(
                row,
                column,
                FaultCodes.DateAfterAsOf,
                $"Ngày {Told.Day(day)} sau ngày của số liệu ({Told.Day(context.AsOf)})."
            );
    }

    private void Warn(Row row, Column column, string code, string message) =>
        findings.Warn(
            new RowFault(row.Line, header.TextOf(column), code, message) { Found = context.Found(row, column) }
        );
}
