namespace CCHC.Pipeline.Intake;

/// <summary>The closed list of fault and warning codes in receipts.</summary>
public static class FaultCodes
{
    /// <summary>File: it has no content.</summary>
    public const string EmptyFile = "empty-file";

    /// <summary>File: more bytes than an export may have.</summary>
    public const string TooLarge = "too-large";

    /// <summary>File: it lies where no unit's uploads lie.</summary>
    public const string ImpossiblePath = "impossible-path";

    /// <summary>File: it could not be taken in after several tries; it will be tried again.</summary>
    public const string ProcessingFailed = "processing-failed";

    /// <summary>File: unpacks to more than an export may hold, or is packed abnormally tight.</summary>
    public const string UnpacksTooLarge = "unpacks-too-large";

    /// <summary>File: locked with a password.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>File: a package that can't be opened.</summary>
    public const string Corrupt = "corrupt";

    /// <summary>File: a picture, a letter, an archive: anything but a table.</summary>
    public const string NotATable = "not-a-table";

    /// <summary>File: XML with a document type or entities.</summary>
    public const string UnsafeXml = "unsafe-xml";

    /// <summary>File (quarantined): a kind of table that isn't read yet.</summary>
    public const string FormatNotSupported = "format-not-supported";

    /// <summary>File (quarantined): text in an encoding that isn't recognised.</summary>
    public const string UnknownEncoding = "unknown-encoding";

    /// <summary>File (quarantined): kept text in an old encoding that may be one or another.</summary>
    public const string EncodingUnclear = "encoding-unclear";

    /// <summary>File (quarantined): kept text lost letters when a program misread its encoding and saved it.</summary>
    public const string TextDamaged = "text-damaged";

    /// <summary>File: a NUL character in a text.</summary>
    public const string NulCharacter = "nul-character";

    /// <summary>File: no unit has the code it was uploaded under.</summary>
    public const string UnknownUnit = "unknown-unit";

    /// <summary>File: its unit doesn't exist on the as-of date.</summary>
    public const string UnitNotValid = "unit-not-valid";

    /// <summary>File: the date in its name is later than the upload.</summary>
    public const string NameDateInFuture = "name-date-in-future";

    /// <summary>File (quarantined): a required column wasn't found.</summary>
    public const string ColumnMissing = "column-missing";

    /// <summary>File (quarantined): the source profile of its unit or system can't be read.</summary>
    public const string SourceUnreadable = "source-unreadable";

    /// <summary>File, or warning: dossiers stand in several sheets or tables; read as one where the columns agree, else refused.</summary>
    public const string SeveralTables = "several-tables";

    /// <summary>File: one header stands twice over different cells.</summary>
    public const string DuplicateHeader = "duplicate-header";

    /// <summary>File or row: the cells stand one column beside their headers.</summary>
    public const string ShiftedColumns = "shifted-columns";

    /// <summary>File: so many rows are faulty that none is taken.</summary>
    public const string TooManyRefused = "too-many-refused";

    /// <summary>File (quarantined): day and month have changed places, as when an Excel with US settings opens a CSV.</summary>
    public const string DatesExchanged = "dates-exchanged";

    /// <summary>File (quarantined): all days are 1,462 days off, because the sheet was copied between the two date systems of Excel.</summary>
    public const string DatesOf1904 = "dates-of-1904";

    /// <summary>File (quarantined): more than half of the codes that carry a day name another day than the received one.</summary>
    public const string DatesContradictCodes = "dates-contradict-codes";

    /// <summary>File (quarantined): more than a fifth of the rows tell of something after the day the export speaks of.</summary>
    public const string DatesAfterAsOf = "dates-after-as-of";

    /// <summary>File (quarantined): a column that isn't known holds dates, while due, finished or returned has no column.</summary>
    public const string DateColumnUnknown = "date-column-unknown";

    /// <summary>File (quarantined): its title or its unit cells name another unit.</summary>
    public const string OtherUnitsList = "other-units-list";

    /// <summary>Warning: a list of several units, of which the unit's own rows count; without any of them the file is quarantined.</summary>
    public const string SeveralUnits = "several-units";

    /// <summary>Warning: the file has no due column, so it isn't known whether its dossiers are on time.</summary>
    public const string NoDueColumn = "no-due-column";

    /// <summary>Warning: the file has no returned column, so what was returned isn't counted as returned; where it plainly speaks of returns the file is quarantined.</summary>
    public const string NoReturnedColumn = "no-returned-column";

    /// <summary>Warning: words of a column that no profile knows, with their rows and the line that would teach them.</summary>
    public const string UnknownWords = "unknown-words";

    /// <summary>Warning: dossiers that are done have neither a finished nor a returned date; the day of the data stands for it.</summary>
    public const string FinishedInferred = "finished-inferred";

    /// <summary>Warning: the day in the name or title is before everything the file tells of, so it is not the day of the data.</summary>
    public const string DayPassedOver = "day-passed-over";

    /// <summary>File (quarantined): more different procedures than any desk has; the column holds something else.</summary>
    public const string TooManyProcedures = "too-many-procedures";

    /// <summary>File: the list was cut; the message says how many more there are.</summary>
    public const string More = "more";

    /// <summary>Row: no dossier code.</summary>
    public const string CodeMissing = "code-missing";

    /// <summary>Row: not a dossier code.</summary>
    public const string CodeBad = "code-bad";

    /// <summary>Row: no received date.</summary>
    public const string ReceivedMissing = "received-missing";

    /// <summary>Row: not a date, or one that isn't in the calendar.</summary>
    public const string DateBad = "date-bad";

    /// <summary>Row: a date before the year 2000.</summary>
    public const string DateTooOld = "date-too-old";

    /// <summary>Row: something is said to have happened after the day of the upload.</summary>
    public const string DateAfterUpload = "date-after-upload";

    /// <summary>Row: finished before it was received.</summary>
    public const string FinishedBeforeReceived = "finished-before-received";

    /// <summary>Row: returned before it was received.</summary>
    public const string ReturnedBeforeReceived = "returned-before-received";

    /// <summary>Row: a status that isn't known.</summary>
    public const string StatusUnknown = "status-unknown";

    /// <summary>Row: a formula where a value is kept.</summary>
    public const string Formula = "formula";

    /// <summary>Column: numeric codes that no profile gives a meaning; the rows are kept without that value.</summary>
    public const string NumericCode = "numeric-code";

    /// <summary>Row: it belongs to another unit.</summary>
    public const string OtherUnit = "other-unit";

    /// <summary>Row: its cells are separated by another character than those of its file.</summary>
    public const string OtherSeparator = "other-separator";

    /// <summary>Row: more cells than headers.</summary>
    public const string TooManyCells = "too-many-cells";

    /// <summary>Warning: the unit cell holds a text that names no listed unit.</summary>
    public const string UnitTextUnknown = "unit-text-unknown";

    /// <summary>Warning: a channel that isn't known.</summary>
    public const string ChannelUnknown = "channel-unknown";

    /// <summary>Warning: a service level that isn't known.</summary>
    public const string LevelUnknown = "level-unknown";

    /// <summary>Warning: neither a yes nor a no.</summary>
    public const string YesNoUnknown = "yes-no-unknown";

    /// <summary>Warning: not a procedure's code; left empty.</summary>
    public const string ProcedureBad = "procedure-bad";

    /// <summary>Warning: texts that are not in the list of fields; left empty.</summary>
    public const string FieldBad = "field-bad";

    /// <summary>Warning: the file has no channel column, so the channel of its dossiers is unknown.</summary>
    public const string NoChannelColumn = "no-channel-column";

    /// <summary>Warning: two source profiles fit the headers equally; none of them was taken.</summary>
    public const string SourceUnclear = "source-unclear";

    /// <summary>Warning: two columns mean the same; the first by priority was read.</summary>
    public const string SecondSynonym = "second-synonym";

    /// <summary>Warning: something happened after the day the export speaks of.</summary>
    public const string DateAfterAsOf = "date-after-as-of";

    /// <summary>Warning: the date inside the code isn't the received date.</summary>
    public const string CodeDateDiffers = "code-date-differs";

    /// <summary>Warning: a dossier that stood on an earlier line; the lower line wins, column by column.</summary>
    public const string RepeatedDossier = "repeated-dossier";

    /// <summary>Warning: the title speaks of a day after the upload; the day of the upload is taken.</summary>
    public const string TitleDateInFuture = "title-date-in-future";

    /// <summary>Warning: the column of finished dates seems to hold the days of return.</summary>
    public const string FinishedIsReturned = "finished-is-returned";
}
