using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

/// <summary>Profiles as staff write them, and files read with them.</summary>
internal static class AProfile
{
    /// <summary>{ "name": "Thử", … }.</summary>
    public static string Json(string members, string name = "Thử") =>
        members.Length == 0 ? $$"""{ "name": "{{name}}" }""" : $$"""{ "name": "{{name}}", {{members}} }""";

    public static ExportReading Read(string members, string csv, string file = AnExport.File) =>
        new ExportReader(AnExport.Register, SourceProfile.Parse(Json(members))).Read(Upload(csv, file));

    /// <summary>One dossier under "Mã hồ sơ, Ngày tiếp nhận, Trạng thái" and one more header.</summary>
    public static ExportReading ReadCell(string members, string header, string cell) =>
        Read(members, $"Mã hồ sơ\tNgày tiếp nhận\tTrạng thái\t{header}\n{AnExport.Dossier}\t10/03/2022\t\t{cell}\n");

    /// <summary>Reads with everything built in and these stored profiles beside.</summary>
    public static ExportReading ReadAmong(string csv, params string[] stored) =>
        new ExportReader(AnExport.Register, SourceProfiles.With(Stored(stored))).Read(Upload(csv, AnExport.File));

    /// <summary>As the store would hold them.</summary>
    public static IEnumerable<StoredText> Stored(params string[] profiles) =>
        profiles.Select(text => new StoredText(SlugOf(text), text));

    private static string SlugOf(string json) => Slug.Of(json.Split("\"name\": \"")[1].Split('"')[0]);

    private static Upload Upload(string csv, string file) => AnExport.Upload(Encoding.UTF8.GetBytes(csv), file);
}
