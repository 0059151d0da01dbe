namespace CCHC.Pipeline.Intake;

/// <summary>A dossier's status as the national portal codes it (domain.md §4).</summary>
public enum Status : byte
{
    /// <summary>Mới đăng ký: not counted at all.</summary>
    Receiving = 1,

    /// <summary>Không được tiếp nhận: not counted at all.</summary>
    Denied,

    /// <summary>Được tiếp nhận.</summary>
    New,

    /// <summary>Đang xử lý.</summary>
    Processing,

    /// <summary>Yêu cầu bổ sung giấy tờ: in time while it waits.</summary>
    Waiting,

    /// <summary>Yêu cầu thực hiện nghĩa vụ tài chính: in time while it waits.</summary>
    Paying,

    /// <summary>Dừng xử lý: in time while it stands still.</summary>
    Unresolved,

    /// <summary>Công dân yêu cầu rút hồ sơ: finished, counted on time.</summary>
    Cancelled,

    /// <summary>Đã xử lý xong: finished.</summary>
    Releasing,

    /// <summary>Đã trả kết quả: finished and returned.</summary>
    Done,
}

/// <summary>What stood in a channel cell.</summary>
public enum Channel : byte
{
    /// <summary>A blank cell, or no such column.</summary>
    Blank,

    /// <summary>A text that isn't known.</summary>
    Unrecognised,
    InPerson,
    Online,
    Postal,
}

/// <summary>Level of the online service a procedure is offered at.</summary>
public enum Level : byte
{
    /// <summary>Cung cấp thông tin.</summary>
    Information = 2,

    /// <summary>Một phần.</summary>
    Partial = 3,

    /// <summary>Toàn trình.</summary>
    Full = 4,
}

/// <summary>Which kept columns a file had (a present column with blank cells says more than an absent one).</summary>
[Flags]
public enum KeptColumns
{
    None = 0,
    Code = 1,
    Received = 1 << 1,
    Due = 1 << 2,
    Finished = 1 << 3,
    Returned = 1 << 4,
    Status = 1 << 5,
    Channel = 1 << 6,
    ReturnChannel = 1 << 7,
    Level = 1 << 8,
    Field = 1 << 9,
    Procedure = 1 << 10,
    Digitised = 1 << 11,
    PaidOnline = 1 << 12,
}
