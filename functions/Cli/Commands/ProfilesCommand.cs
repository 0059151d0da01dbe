using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>Source profiles: how each one-stop system names its columns and values (docs/profiles.md).</summary>
internal sealed class ProfilesCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Mẫu nguồn dữ liệu, mỗi mẫu một tệp JSON.",
        Arity = ArgumentArity.OneOrMore,
    };

    public ProfilesCommand(StoreAccess access, Screen screen)
        : base("profiles", "Mẫu nguồn dữ liệu: cách mỗi phần mềm một cửa đặt tên cột và giá trị.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thêm hoặc thay mẫu theo tên.") { _files };
        import.SetAction(ImportAsync);
        var list = new Command("list", "Các mẫu có sẵn và các mẫu trong kho.");
        list.SetAction(ListAsync);
        var schema = new Command("schema", "In JSON Schema của mẫu nguồn dữ liệu.");
        schema.SetAction(_ => PrintSchema());
        Subcommands.Add(import);
        Subcommands.Add(list);
        Subcommands.Add(new ProfilesCheckCommand(screen));
        Subcommands.Add(schema);
    }

    private async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var files = parsed.GetRequiredValue(_files);
        foreach (var file in files)
            await ListFile.ReadAsync(file, SourceProfile.Parse, cancellation);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var units = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var imported = new List<(SourceProfile Profile, StoredText Text)>();
        foreach (var file in files)
            imported.Add(await ListFile.ReadAsync(file, text => ProfileImport.Parse(text, units), cancellation));
        var profiles = store.Get<ProfileStore>();
        var import = Checked([.. imported.Select(one => one.Text)], await profiles.ReadAsync(cancellation));
        foreach (var profile in import.All)
            await profiles.WriteAsync(profile, cancellation);
        store.Get<Registers>().Forget();
        foreach (var (profile, text) in imported)
            _screen.Print(
                $"{(import.Added.Contains(text) ? "Thêm" : "Thay")} mẫu '{profile.Name}'{ProfileTable.UnitsOf(profile)}"
            );
        _screen.Print($"Đã thêm {import.Added.Count}, thay {import.Replaced.Count} mẫu nguồn dữ liệu.");
        return ExitCode.Done;
    }

    private static ProfileImport Checked(IReadOnlyList<StoredText> imported, IReadOnlyList<StoredText> present)
    {
        try
        {
            return ProfileImport.Of(imported, present);
        }
        catch (InvalidDataException fault)
        {
            throw new UsageException($"{fault.Message} Chưa có gì thay đổi.");
        }
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var stored = await store.Get<ProfileStore>().ReadAsync(cancellation);
        var profiles = SourceProfiles.With(stored);
        _screen.Print(ProfileTable.Of(profiles, stored));
        foreach (var problem in profiles.Problems)
            _screen.Print(problem);
        return profiles.Problems.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
    }

    private int PrintSchema()
    {
        _screen.PrintText(SourceProfiles.Schema);
        return ExitCode.Done;
    }
}
