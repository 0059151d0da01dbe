using System.Globalization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>One row of an export: a dossier in a state, with cells that say something else.</summary>
internal sealed record Line(DemoDossier Dossier, DemoState State)
{
    private static readonly Dictionary<Column, string> Nothing = [];

    public IReadOnlyDictionary<Column, string> Instead { get; init; } = Nothing;

    public Line Saying(Column column, string text) =>
        this with
        {
            Instead = new Dictionary<Column, string>(Instead) { [column] = text },
        };

    /// <summary>The cell of a column in a layout, for the unit.</summary>
    public Cell In(Column column, Layout layout, Unit unit)
    {
        if (Instead.TryGetValue(column, out var text))
            return text;
        var (dossier, words) = (Dossier, layout.Wording);
        return column switch
        {
            Column.Number => "",
            Column.Code => dossier.Code,
            Column.ProcedureCode => dossier.Procedure.Code,
            Column.ProcedureName => dossier.Procedure.Name,
            Column.Content => People.Content(dossier.Person),
            Column.Field => dossier.Procedure.Field,
            Column.Unit => unit.Name,
            Column.Officer => People.Officer(dossier.Unit, dossier.Person % 2),
            Column.Applicant or Column.Owner => People.Name(dossier.Person),
            Column.Address => People.Address(dossier.Person, unit),
            Column.Phone => People.Phone(dossier.Person),
            Column.Channel => words.Of(dossier.HasBlankChannel ? Channel.Blank : dossier.Channel),
            Column.Submitted or Column.Received => Date(layout, dossier.Received, dossier.Time),
            Column.Due => Date(layout, State.Due, new TimeOnly(17, 0)),
            Column.Finished => Date(layout, State.Finished, FinishedAt),
            Column.Returned => Date(layout, State.Returned, new TimeOnly(16, dossier.Person % 30)),
            Column.ReturnChannel => words.OfReturn(dossier.ReturnChannel),
            Column.Status => Wording.Of(State.Status),
            Column.Level => words.Levels[(int)dossier.Procedure.Level - 2],
            Column.Digitised => YesNo(words.Digitised, dossier.Digitised),
            Column.Payment => YesNo(words.Paid, dossier.PaidOnline),
            Column.Note => dossier.Person % 7 == 0 ? $"Người nhận thay:\n{People.Name(dossier.Person)}" : "",
        };
    }

    private TimeOnly FinishedAt =>
        State.Finished == Dossier.Received && Dossier.Time.Hour >= 13
            ? Dossier.Time.AddMinutes(20)
            : new TimeOnly(13, 30).AddMinutes(Dossier.Person % 60);

    private static Cell Date(Layout layout, DateOnly? day, TimeOnly time)
    {
        if (day is not { } known)
            return "";
        var moment = known.ToDateTime(time);
        return layout.DateFormat.Length > 0
            ? moment.ToString(layout.DateFormat, CultureInfo.InvariantCulture)
            : new Cell(moment.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture), moment);
    }

    private static string YesNo((string Yes, string No) words, bool? value) =>
        value switch
        {
            true => words.Yes,
            false => words.No,
            null => "",
        };
}
