using System.Globalization;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>Invented personal data. Every value carries a token that occurs nowhere else, so that a leak can be found.</summary>
internal static class People
{
    private static readonly string[] Families =
    [
        "Nguyễn Văn",
        "Trần Thị",
        "Lê Hoàng",
        "Phạm Thị Ngọc",
        "Huỳnh Minh",
        "Võ Thị",
        "Đặng Quốc",
        "Bùi Thị Kim",
    ];
    private static readonly string[] Hamlets = ["Ấp Thượng", "Ấp Trung", "Ấp Hạ", "Ấp Long Hòa", "Ấp Phú Lợi"];

    public static string Name(int person) => $"{Families[person % Families.Length]} {NameToken(person)}";

    public static string Address(int person, Unit unit) =>
        $"{AddressToken(person)}, {Hamlets[person % Hamlets.Length]}, {unit.Name}, {Above(unit)}";

    private static string Above(Unit unit) => unit.Parent == "870" ? "huyện Hồng Ngự" : "tỉnh Đồng Tháp";

    public static string Phone(int person) => Numbered("09990", person);

    public static string Content(int person) => $"Hồ sơ của ông/bà {Name(person)}, CCCD {IdentityNumber(person)}";

    public static string Officer(string unit, int number) => $"Lê Thị {OfficerToken(unit, number)}";

    private static string OfficerToken(string unit, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Plantedofficer{unit}{number}");

    /// <summary>Every token that the desk's exports hold: a column that isn't there plants nothing.</summary>
    public static IEnumerable<string> PlantedBy(Desk desk, IEnumerable<DemoDossier> dossiers)
    {
        var columns = desk.Layout.Columns.Select(column => column.Column).ToHashSet();
        foreach (var person in dossiers.Select(dossier => dossier.Person))
        {
            yield return NameToken(person);
            yield return AddressToken(person);
            yield return Phone(person);
            if (columns.Contains(Column.Content))
                yield return IdentityNumber(person);
        }
        if (columns.Contains(Column.Officer))
        {
            yield return OfficerToken(desk.Code, 0);
            yield return OfficerToken(desk.Code, 1);
        }
    }

    private static string NameToken(int person) => Numbered("Plantedname", person);

    private static string AddressToken(int person) => Numbered("Plantedhouse", person);

    private static string IdentityNumber(int person) => Numbered("0870999", person);

    private static string Numbered(string prefix, int person) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{person:00000}");
}
