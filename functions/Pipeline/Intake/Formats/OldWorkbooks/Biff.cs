namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>The records that matter ([MS-XLS] 2.3); others are stepped over.</summary>
internal enum Biff : ushort
{
    None = 0,
    Formula = 0x06,
    EndOfPart = 0x0A,
    DateSystem = 0x22,
    Password = 0x2F,
    Continue = 0x3C,
    CodePage = 0x42,
    Sheet = 0x85,
    Numbers = 0xBD,
    RichLabel = 0xD6,
    MergedCells = 0xE5,
    SharedTexts = 0xFC,
    SharedLabel = 0xFD,
    Number = 0x203,
    Label = 0x204,
    BooleanOrError = 0x205,
    FormulaText = 0x207,
    ShortNumber = 0x27E,
    BeginningOfPart = 0x809,

    /// <summary>How BIFF3 and BIFF4 number a formula; later readers take them too.</summary>
    Formula3 = 0x206,
    Formula4 = 0x406,
}
