using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.TakeIn;

/// <summary>The reader for the registers as they are: one per version of them, its look-ups and profiles prepared once.</summary>
public sealed partial class CurrentReader(
    Registers registers,
    IOptions<IntakeSettings> settings,
    ILogger<TakeInExports> log
)
{
    private (RegisterContent Registers, SourceProfiles Profiles, ExportReader Reader)? prepared;

    /// <summary>Whether uploads under this code wait for the list of units to be mended.</summary>
    public async Task<bool> AwaitsAsync(string code, CancellationToken cancellation) =>
        (await registers.GetAsync(cancellation)).Awaits(code);

    /// <summary>For the registers as they are now.</summary>
    /// <exception cref="UnreadableListException">Nobody can tell what a field is.</exception>
    public async Task<ExportReader> GetAsync(CancellationToken cancellation)
    {
        var (content, _, reader) = await PreparedAsync(cancellation);
        return content.DamageOfFields is null ? reader : throw content.Unreadable;
    }

    /// <summary>What is wrong with source profiles of staff.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken cancellation) =>
        (await PreparedAsync(cancellation)).Profiles.Problems;

    private async Task<(RegisterContent Registers, SourceProfiles Profiles, ExportReader Reader)> PreparedAsync(
        CancellationToken cancellation
    )
    {
        var content = await registers.GetAsync(cancellation);
        if (prepared is { } ready && ready.Registers == content)
            return ready;
        var profiles =
            prepared is { } before && before.Registers.Profiles.SequenceEqual(content.Profiles)
                ? before.Profiles
                : Prepare(content.Profiles);
        var reader = new ExportReader(content.Units, profiles)
        {
            Fields = content.Fields,
            Limits = IntakeLimits.Standard with { Procedures = settings.Value.MostProcedures },
        };
        var made = (content, profiles, reader);
        prepared = made;
        return made;
    }

    /// <summary>Reads an export; one that is too large was not fetched and is refused unread.</summary>
    internal static ExportReading Read(ExportReader reader, FetchedExport export) =>
        export.Size > ExportStore.MostBytes ? TooLarge(export) : reader.Read(export.Upload);

    private static ExportReading TooLarge(FetchedExport export)
    {
        var message = ReceiptWords.TooLarge(export.Size, ExportStore.MostBytes);
        return new ExportReading
        {
            Upload = export.Upload,
            Outcome = Outcome.Refused,
            AsOf = Periods.VietnamTime.DayOf(export.Upload.UploadedAt),
            Faults = [new RowFault(0, "", FaultCodes.TooLarge, message)],
            Message = message,
        };
    }

    /// <summary>A profile that can't be read holds its own units' files back; everything else goes on.</summary>
    private SourceProfiles Prepare(IReadOnlyList<StoredText> stored)
    {
        var profiles = SourceProfiles.With(stored);
        foreach (var problem in profiles.Problems)
            LogProfileUnreadable(problem);
        return profiles;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A source profile in settings/profiles can't be used: {Problem}")]
    private partial void LogProfileUnreadable(string problem);
}
