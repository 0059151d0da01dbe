namespace CCHC.Pipeline.Intake;

/// <summary>What a header can mean. Those before <see cref="Unit"/> are kept, in the order of <see cref="KeptColumns"/>.</summary>
public enum Column
{
    Code,
    Received,
    Due,
    Finished,
    Returned,
    Status,
    Channel,
    ReturnChannel,
    Level,
    Field,
    Procedure,
    Digitised,
    PaidOnline,

    /// <summary>Đơn vị tiếp nhận: compared with the uploading unit, not kept.</summary>
    Unit,

    /// <summary>Personal data and free text: known, and dropped at the door.</summary>
    Dropped,
}

internal static class ColumnExtensions
{
    /// <summary>How many columns are kept.</summary>
    public const int KeptCount = (int)Column.Unit;

    public static KeptColumns Flag(this Column column) =>
        (int)column < KeptCount ? (KeptColumns)(1 << (int)column) : KeptColumns.None;
}
