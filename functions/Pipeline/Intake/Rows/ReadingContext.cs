using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>What the rows of one file are judged by.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Lexicon">The profile's words.</param>
/// <param name="Units">Names of all listed units.</param>
/// <param name="Fields">The fields that a file may name.</param>
/// <param name="Unit">The unit it belongs to, as far as known.</param>
/// <param name="AsOf">The day it speaks of.</param>
/// <param name="UploadDay">The day it was uploaded.</param>
/// <param name="SerialEpoch">Day 0 of serial days.</param>
/// <param name="CountsCells">True where a row with more cells than headers is shifted.</param>
internal sealed record ReadingContext(
    Header Header,
    Lexicon Lexicon,
    UnitNames Units,
    FieldList Fields,
    Unit? Unit,
    DateOnly AsOf,
    DateOnly UploadDay,
    DateOnly SerialEpoch,
    bool CountsCells
)
{
    /// <summary>True where rows of other units are none of the file's: a list of the whole district.</summary>
    public bool LeavesOutOthers { get; init; }

    /// <summary>What stands in a cell, as a fault may tell it; a serial day as the date it is.</summary>
    public string Found(Row row, Column column)
    {
        var place = Header[column];
        var text = row[place];
        if (row.KindOf(place) is CellKind.Formula)
            return "công thức";
        var isSerial = row.KindOf(place) is CellKind.Number && column is >= Column.Received and <= Column.Returned;
        return isSerial && CivilDate.TryParseSerial(text, SerialEpoch, out var day)
            ? Told.Day(day)
            : Shape.Found(text, Lexicon);
    }
}
