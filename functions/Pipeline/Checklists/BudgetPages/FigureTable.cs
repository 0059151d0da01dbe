using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>A table of figures as a budget has them: rows of revenue or spending, each with a sum.</summary>
internal static partial class FigureTable
{
    private const int FewestRows = 2;
    private const int MostLookedAt = 5000;

    public static bool Is(IElement element)
    {
        if (element.LocalName is not "table")
            return false;
        var within = element.Descendants<IElement>().Take(MostLookedAt).ToList();
        return within.All(inner => inner.LocalName is not "table")
            && within.Where(inner => inner.LocalName is "tr").Where(IsOfBudget).Take(FewestRows).Count() == FewestRows;
    }

    private static bool IsOfBudget(IElement row)
    {
        var cells = row.Children.Select(cell => Fold.Bare(Fold.Of(cell.TextContent))).ToList();
        return cells.Exists(cell => Kind().IsMatch(cell)) && cells.Exists(cell => Sum().IsMatch(cell));
    }

    [GeneratedRegex(
        @"^[\s\w.,]{0,6}\s?(tong (so )?)?(thu|chi|cac khoan (thu|chi))(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Kind();

    /// <summary>Neither a year nor a row's number.</summary>
    [GeneratedRegex(
        @"^(\d{1,3}([.,]\d{3})+([.,]\d{1,2})?|\d{5,15}|(?!(19|20)\d\d$)\d{3,4})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Sum();
}
