using System.Text;
using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>The texts of a row that is perhaps no dossier; one text filled into several cells side by side is one.</summary>
internal sealed class RowTexts
{
    private const int Longest = 400;
    private readonly List<(int Place, string Text)> texts = [];

    public RowTexts(Row row)
    {
        for (var place = 0; place < row.Count; place++)
        {
            var text = row[place].Trim('\u200B').Trim('\uFEFF');
            if (text.Length > Longest)
                text = text[..Longest];
            if (!text.IsEmpty && (texts.Count == 0 || !text.SequenceEqual(texts[^1].Text)))
                texts.Add((place, text.ToString()));
        }
    }

    public int Count => texts.Count;

    public string this[int index] => texts[index].Text;

    public int PlaceOf(int index) => texts[index].Place;

    public string Joined()
    {
        var joined = new StringBuilder();
        foreach (var (_, text) in texts)
        {
            if (joined.Length < Longest)
                joined.Append(text).Append(' ');
        }
        return joined.ToString();
    }
}
