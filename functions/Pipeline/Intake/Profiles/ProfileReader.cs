using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>Reads a profile's JSON strictly; what it doesn't say is inherited.</summary>
internal static class ProfileReader
{
    private const int LongestName = 60;

    /// <summary>The name a profile's JSON gives itself.</summary>
    public static string NameOf(JsonPlace json)
    {
        var place = json.WithOnly(ProfileWords.Members).Required("name");
        var name = place.Text();
        if (name.Length > LongestName || name.Contains('\'', StringComparison.Ordinal))
            throw place.Fault($"tên dài nhất {LongestName} ký tự và không có dấu nháy đơn");
        return Slug.Of(name) == Slug.Unknown ? throw place.Fault("tên phải có chữ hoặc số") : name;
    }

    /// <summary>Reads the profile over what it inherits.</summary>
    /// <exception cref="InvalidDataException">Something in it is wrong; the message names the place.</exception>
    public static SourceProfile Read(JsonPlace json, SourceProfile inherited)
    {
        var profile = inherited with
        {
            Name = NameOf(json),
            Units = json.Member("units") is { } units ? Units(units) : inherited.Units,
            RecognisedBy = json.Member("recognisedBy") is { } marks ? Marks(marks) : inherited.RecognisedBy,
            NumericCodes = json.Member("numericCodes")?.Flag() ?? inherited.NumericCodes,
            IsList = json.Member("coverage") is { } coverage ? IsList(coverage) : inherited.IsList,
            AsOf = json.Member("asOf") is { } order ? Order(order) : inherited.AsOf,
            Dates = json.Member("dateFormats") is { } formats ? Dates(formats, inherited.Dates) : inherited.Dates,
            Headers = Headers(json.Member("headers"), inherited.Headers),
            Absent = json.Member("absent") is { } absent ? Absent(absent) : inherited.Absent,
            Totals = [.. json.Member("totals")?.Texts() ?? [], .. inherited.Totals],
            Statuses = Values(json.Member("statuses"), Status, inherited.Statuses),
            Channels = Values(json.Member("channels"), Channel, inherited.Channels),
            ReturnChannels = Values(json.Member("returnChannels"), Channel, inherited.ReturnChannels),
            Levels = Values(json.Member("levels"), Level, inherited.Levels),
            YesNo = Values(json.Member("yesNo"), place => place.Flag(), inherited.YesNo),
        };
        return profile.IsList && profile.Units.Count == 0
            ? throw json.Fault("coverage: list chỉ dùng cho các đơn vị nêu trong units")
            : profile;
    }

    private static bool IsList(JsonPlace place) => place.OneOf(ProfileWords.Coverage);

    private static Status Status(JsonPlace place) => place.OneOf(ProfileWords.Statuses);

    private static Channel Channel(JsonPlace place) => place.OneOf(ProfileWords.Channels);

    private static Level Level(JsonPlace place) => place.OneOf(ProfileWords.Levels);

    private static List<string> Units(JsonPlace place)
    {
        var units = new List<string>();
        foreach (var item in place.Items())
        {
            if (!UnitCode.TryParse(item.Text(), out var code))
                throw item.Fault($"\"{item.Text()}\" không phải là mã đơn vị gồm 5 chữ số, ví dụ 29956");
            if (units.Contains(code.Text, StringComparer.Ordinal))
                throw item.Fault($"đơn vị {code.Text} xuất hiện hai lần");
            units.Add(code.Text);
        }
        return units;
    }

    private static List<string> Marks(JsonPlace place) => [.. place.Items().Select(item => item.Text())];

    private static List<AsOfSource> Order(JsonPlace place)
    {
        var order = place.Items().Select(item => item.OneOf(ProfileWords.AsOf)).ToList();
        if (order.Count == 0 || order.Distinct().Count() < order.Count)
            throw place.Fault("phải có ít nhất một nguồn ngày, mỗi nguồn một lần");
        return order;
    }

    private static List<Column> Absent(JsonPlace place) =>
        [.. place.Items().Select(item => item.OneOf(ProfileWords.Absent)).Distinct()];

    private static DateStyle Dates(JsonPlace place, DateStyle inherited)
    {
        var (style, seen) = (inherited, new HashSet<char>());
        foreach (var item in place.Items())
        {
            var (separator, monthFirst) = item.OneOf(ProfileWords.DateFormats);
            if (!seen.Add(separator))
                throw item.Fault($"hai dạng ngày có cùng dấu \"{separator}\", không biết đọc theo dạng nào");
            style = separator switch
            {
                '/' => style with { SlashMonthFirst = monthFirst },
                '-' => style with { DashMonthFirst = monthFirst },
                _ => style with { DotMonthFirst = monthFirst },
            };
        }
        return style;
    }

    private static IReadOnlyList<HeaderNames> Headers(JsonPlace? place, IReadOnlyList<HeaderNames> inherited)
    {
        if (place is not { } list)
            return inherited;
        var own = list.Items().Select(Header).ToList();
        Inheritance.RefuseTwoMeanings(list, () => new WordBook<Column>(own.SelectMany(Meanings)));
        var all = Inheritance.Headers(own, inherited);
        foreach (var column in ProfileWords.Columns.Where(column => all.All(names => names.Column != column.Value)))
            throw list.Fault($"cột {column.Key} không còn tiêu đề nào");
        return all;
    }

    private static HeaderNames Header(JsonPlace item)
    {
        item.WithOnly(ProfileWords.HeaderMembers);
        var column = item.Required("column").OneOf(ProfileWords.Columns);
        return new(column, item.Required("names").Texts(), item.Member("fallback")?.Flag() ?? false);
    }

    private static IEnumerable<(string, Column)> Meanings(HeaderNames header) =>
        header.Names.Select(name => (name, header.Column));

    private static IReadOnlyList<ValueTexts<T>> Values<T>(
        JsonPlace? place,
        Func<JsonPlace, T> valueOf,
        IReadOnlyList<ValueTexts<T>> inherited
    )
        where T : struct
    {
        if (place is not { } list)
            return inherited;
        var own = list.Items().Select(item => Value(item, valueOf)).ToList();
        Inheritance.RefuseTwoMeanings(list, () => new ValueMap<T>(own));
        return Inheritance.Values(own, inherited);
    }

    private static ValueTexts<T> Value<T>(JsonPlace item, Func<JsonPlace, T> valueOf)
    {
        item.WithOnly(ProfileWords.ValueMembers);
        var (from, to) = (item.Member("validFrom")?.Day(), item.Member("validTo")?.Day());
        if (from > to)
            throw item.Fault("validFrom sau validTo");
        return new(valueOf(item.Required("value")), item.Required("texts").Texts(), from, to);
    }
}
