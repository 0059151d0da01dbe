using System.CommandLine;
using System.Text;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Units;
using Spectre.Console;

namespace CCHC.Cli.Lists;

/// <summary>Beside every import: the list as it stands, printed, or written to a file that the import takes again.</summary>
internal static class ListCommands
{
    /// <summary>Adds "export", and "list" where the command has none of its own.</summary>
    /// <param name="command">E.g. units.</param>
    /// <param name="access">Opens the store.</param>
    /// <param name="screen">Hears what was done.</param>
    /// <param name="read">The list's text as the import reads it.</param>
    public static void AddListAndExport(
        this Command command,
        StoreAccess access,
        Screen screen,
        Func<OpenedStore, CancellationToken, Task<string>> read
    )
    {
        if (command.Subcommands.All(sub => sub.Name != "list"))
        {
            var list = new Command("list", "In danh sách hiện có.");
            list.SetAction(
                async (parsed, cancellation) =>
                {
                    await using var store = await access.OpenAsync(parsed, cancellation);
                    Print(screen, await read(store, cancellation));
                    return ExitCode.Done;
                }
            );
            command.Subcommands.Add(list);
        }
        var file = new Argument<string>("FILE") { Description = "Tệp sẽ ghi; nhập lại được bằng import." };
        var export = new Command("export", "Ghi danh sách hiện có ra tệp, để sửa rồi nhập lại.") { file };
        export.SetAction(
            async (parsed, cancellation) =>
            {
                await using var store = await access.OpenAsync(parsed, cancellation);
                var path = parsed.GetRequiredValue(file);
                var text = await read(store, cancellation);
                // Spreadsheets know UTF-8 by its mark; JSON has none.
                var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: !IsJson(text));
                await File.WriteAllTextAsync(path, text, encoding, cancellation);
                screen.Print(path);
                return ExitCode.Done;
            }
        );
        command.Subcommands.Add(export);
    }

    private static bool IsJson(string text) => text.TrimStart().StartsWith('[');

    private static void Print(Screen screen, string text)
    {
        if (IsJson(text))
        {
            screen.PrintText(text.TrimEnd() + "\n");
            return;
        }
        var lines = CsvTable.Read(text).ToList();
        var columns = lines.Count == 0 ? text.TrimEnd().Split(',') : [.. lines[0].Header];
        var table = new Table().Texts(columns);
        foreach (var line in lines)
            table.Row([.. columns.Select(column => line[column])]);
        screen.Print(table);
    }
}
