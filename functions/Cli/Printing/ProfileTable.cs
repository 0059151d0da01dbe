using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Storage;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>Source profiles, a line each.</summary>
internal static class ProfileTable
{
    public static Table Of(SourceProfiles profiles, IReadOnlyList<StoredText> stored)
    {
        var names = stored.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        var table = new Table().Texts("Mẫu", "Nguồn", "Đơn vị", "Nhận ra qua các tiêu đề");
        foreach (var profile in profiles.All.Prepend(SourceProfile.Default))
        {
            table.Row(
                profile.Name,
                names.Contains(Slug.Of(profile.Name)) ? "trong kho" : "có sẵn",
                profile.Units.Count == 0 ? "–" : string.Join(", ", profile.Units),
                profile.RecognisedBy.Count == 0 ? "–" : string.Join("; ", profile.RecognisedBy)
            );
        }
        return table;
    }

    /// <summary>" cho 2 đơn vị: 29956, 29959"; "" where it was chosen for none.</summary>
    public static string UnitsOf(SourceProfile profile) =>
        profile.Units.Count == 0
            ? ""
            : $" cho {Pipeline.Notices.Vietnamese.Figure(profile.Units.Count)} đơn vị: {string.Join(", ", profile.Units)}";
}
