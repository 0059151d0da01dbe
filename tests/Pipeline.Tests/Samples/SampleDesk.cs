using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Samples;

/// <summary>Thường Phước 1, whose desk sends on the evening of 16 March 2022.</summary>
internal static class SampleDesk
{
    public const string Code = "29956";
    public static readonly DateTimeOffset UploadedAt = new(2022, 3, 16, 17, 0, 0, TimeSpan.FromHours(7));

    public static ExportReader Reader { get; } = new(new(UnitCsv.Parse(Shipped.Units)), SourceProfiles.BuiltIn);

    public static Upload Upload(ReadOnlyMemory<byte> content, string file) =>
        new(Code, file, "0x8DA", UploadedAt.UtcTicks, new string('a', 64), content);

    public static ExportReading Read(ReadOnlyMemory<byte> content, string file) => Reader.Read(Upload(content, file));
}
