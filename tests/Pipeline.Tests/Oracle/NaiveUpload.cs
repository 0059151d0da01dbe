using System.Globalization;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>Which upload is the later one (design.md §4 law 1): as-of date, uploaded at, sha256.</summary>
public sealed record Stamp(DateOnly AsOf, long UploadedAt, string Sha256) : IComparable<Stamp>
{
    public int CompareTo(Stamp? other) =>
        other is null ? 1
        : AsOf != other.AsOf ? AsOf.CompareTo(other.AsOf)
        : UploadedAt != other.UploadedAt ? UploadedAt.CompareTo(other.UploadedAt)
        : string.CompareOrdinal(Sha256, other.Sha256);
}

/// <summary>One line of an export as a desk means it; a null is a blank cell.</summary>
public sealed record NaiveLine
{
    public required string Code { get; init; }
    public required DateOnly Received { get; init; }
    public DateOnly? Due { get; init; }
    public DateOnly? Finished { get; init; }
    public DateOnly? Returned { get; init; }
    public Status? Status { get; init; }
    public Channel Channel { get; init; }
    public Channel ReturnChannel { get; init; }
    public Level? Level { get; init; }
    public string? Field { get; init; }
    public string? Procedure { get; init; }
    public bool? Digitised { get; init; }
    public bool? PaidOnline { get; init; }

    /// <summary>Where level, digitised or paid are null the cell holds a text that nobody knows, instead of none.</summary>
    public bool OddWords { get; init; }

    public override string ToString()
    {
        string?[] parts =
        [
            Code,
            $"R {Day(Received)}",
            Due is { } due ? $"D {Day(due)}" : null,
            Finished is { } finished ? $"F {Day(finished)}" : null,
            Returned is { } returned ? $"T {Day(returned)}" : null,
            Status is { } status ? $"\"{status}\"" : null,
            Channel is Channel.Blank ? null : $"by {Channel}",
            ReturnChannel is Channel.Blank ? null : $"back by {ReturnChannel}",
            Level is { } level ? $"level {level}" : null,
            Field,
            Procedure,
            Digitised is { } digitised ? $"digitised {digitised}" : null,
            PaidOnline is { } paid ? $"paid online {paid}" : null,
            OddWords ? "odd words" : null,
        ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One upload of one desk, before any rendering into a file.</summary>
public sealed record NaiveUpload
{
    public const KeptColumns AllColumns =
        KeptColumns.Code
        | KeptColumns.Received
        | KeptColumns.Due
        | KeptColumns.Finished
        | KeptColumns.Returned
        | KeptColumns.Status
        | KeptColumns.Channel
        | KeptColumns.ReturnChannel
        | KeptColumns.Level
        | KeptColumns.Field
        | KeptColumns.Procedure
        | KeptColumns.Digitised
        | KeptColumns.PaidOnline;

    /// <summary>The unit id: who held the code on the as-of date.</summary>
    public required string Unit { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long UploadedAt { get; init; }

    /// <summary>Lower-case hex of the content; see <see cref="ExportCsv.Sealed"/>.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Tells the files of one desk apart.</summary>
    public int Number { get; init; }
    public KeptColumns Columns { get; init; } = AllColumns;
    public IReadOnlyList<NaiveLine> Lines { get; init; } = [];

    /// <summary>The plain code of its path.</summary>
    public string Code => Unit[..5];

    public Stamp Stamp => new(AsOf, UploadedAt, Sha256);

    public bool Has(KeptColumns column) => (Columns & column) == column;

    public override string ToString()
    {
        var missing = Columns == AllColumns ? "" : $" without {AllColumns & ~Columns}";
        var sha = Sha256.Length >= 8 ? Sha256[..8] : Sha256;
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"{Unit} #{Number} as-of {AsOf:yyyy-MM-dd}, uploaded {new DateTime(UploadedAt):yyyy-MM-dd HH:mm:ss} UTC, {sha}{missing}"
        );
        return string.Join("\n    ", Lines.Select(line => line.ToString()).Prepend(head));
    }
}
