namespace CCHC.Pipeline.Intake;

/// <summary>What one export may cost.</summary>
public sealed record IntakeLimits
{
    public static IntakeLimits Standard { get; } = new();

    public int Bytes { get; init; } = 32 * Megabyte;
    public long UnpackedBytes { get; init; } = 200L * Megabyte;

    /// <summary>Characters of a workbook's shared texts, which must all be in memory.</summary>
    public int SharedCharacters { get; init; } = 64 * Megabyte;
    public int PackageEntries { get; init; } = 2_000;

    /// <summary>A package that unpacks to more than this many times its size is a bomb.</summary>
    public int UnpackingRatio { get; init; } = 200;

    /// <summary>Faults listed in a receipt, and warnings likewise; more are counted.</summary>
    public int ListedFaults { get; init; } = 1_000;

    /// <summary>More than the country has.</summary>
    public const int MostProcedures = 10_000;

    /// <summary>Different procedures in one file.</summary>
    public int Procedures { get; init; } = 2_000;

    private const int Megabyte = 1024 * 1024;
}
