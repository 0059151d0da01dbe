using System.Text.Json.Serialization;

namespace CCHC.Pipeline.Intake;

/// <summary>Something wrong, told to its sender.</summary>
/// <param name="Line">1-based line where the record starts, or the sheet's row; 0 when it concerns the file.</param>
/// <param name="Column">The header as read; "" when it concerns the row or the file.</param>
/// <param name="Code">One of the closed list in <see cref="FaultCodes"/>.</param>
/// <param name="Message">What stands there and what was expected, in Vietnamese, without personal data.</param>
public sealed record RowFault(int Line, string Column, string Code, string Message)
{
    /// <summary>
    /// What stands in the cell, as far as it may be told (a known word or a date as it is, anything else by its
    /// shape); null where no cell is meant.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Found { get; init; }
}
