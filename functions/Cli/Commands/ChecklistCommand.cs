using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;

namespace CCHC.Cli.Commands;

/// <summary>The inspecting office's checklist of a quarter: template, import, list, check of budget pages.</summary>
internal sealed class ChecklistCommand : Command
{
    public ChecklistCommand(StoreAccess access, Screen screen)
        : base("checklist", "Phiếu kiểm tra hằng quý của cơ quan kiểm tra.")
    {
        Subcommands.Add(new ChecklistTemplateCommand(access, screen));
        Subcommands.Add(new ChecklistImportCommand(access, screen));
        Subcommands.Add(new ChecklistListCommand(access, screen));
        Subcommands.Add(new CheckPagesCommand(access, screen));
    }
}
