using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>What was filled into a line, before it is judged.</summary>
/// <param name="Result">Column Kết quả.</param>
/// <param name="Day">Column Ngày.</param>
/// <param name="DayKind">Whether the day is a spreadsheet's number.</param>
/// <param name="Evidence">Column Minh chứng, on one line.</param>
/// <param name="Epoch">Day 0 of the spreadsheet's numbers.</param>
/// <param name="UploadDay">Nothing is known of days after it.</param>
internal sealed record ChecklistCells(
    string Result,
    string Day,
    CellKind DayKind,
    string Evidence,
    DateOnly Epoch,
    DateOnly UploadDay
)
{
    public bool IsBlank => Result.Length == 0 && Day.Length == 0 && Evidence.Length == 0;
}

/// <summary>What is wrong with a cell.</summary>
/// <param name="Column">Where.</param>
/// <param name="Code">One of <see cref="ChecklistFaultCodes"/> or of the codes of exports.</param>
/// <param name="Message">What stands there, and what was expected.</param>
internal sealed record CellFault(ChecklistColumn Column, string Code, string Message);

/// <summary>An answer, or why there is none; a warning may stand beside an answer.</summary>
internal sealed record AnswerReading(Answer? Answer, CellFault? Fault = null, CellFault? Warning = null);
