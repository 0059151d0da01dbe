using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

public sealed class OfficesLetterTests
{
    private const string Column = "Chỉ số chưa đạt";
    private static readonly CCHC.Pipeline.Units.Office Justice = Office("tu-phap", "Phòng Tư pháp", "ho-tich");
    private static readonly CCHC.Pipeline.Units.Office Culture = Office(
        "van-hoa",
        "Phòng Văn hóa và Thông tin",
        "van-hoa"
    );

    [Fact]
    public void A_unit_is_weak_by_the_fields_own_figure()
    {
        // 50 of 100 in all meet 40 %; 3 of 10 in civil status don't.
        var quarter = new SomeQuarter().With(
            "Xã A",
            [Field("ho-tich", "Hộ tịch", 10, 3), Field("van-hoa", "Văn hóa", 90, 47)]
        );
        var read = Read(quarter.Results(Justice, Culture));
        read.TableUnder("Lĩnh vực: Hộ tịch")
            .Skip(1)
            .ShouldBe([
                ["Xã A", "Nộp trực tuyến", "3/10", "0", "30,00 %", "40 %", "0", "0"],
            ]);
        read.Words.ShouldContain(
            "Lĩnh vực phụ trách có phát sinh hồ sơ: Văn hóa. Không có đơn vị nào chưa đạt chỉ tiêu hoặc có hồ sơ quá hạn"
        );
    }

    [Fact]
    public void The_exact_rule_of_verdicts_holds_in_a_field()
    {
        var quarter = new SomeQuarter()
            .With("Xã A", Online(4, 10))
            .With("Xã B", Online(39_999, 100_000))
            // Whatever the two unknown ones were: 3 + 2 of 10 might have reached it.
            .With("Xã C", Online(3, 10, unknown: 2));
        WeakUnit.In(quarter.Results(Justice), ["ho-tich"]).Select(weak => weak.Unit.Unit.Name).ShouldBe(["Xã B"]);
    }

    [Fact]
    public void A_unit_whose_data_do_not_cover_the_quarter_is_not_called_weak()
    {
        var early = new Coverage(new DateOnly(2022, 2, 1), 60, []);
        var gaps = new Coverage(
            new DateOnly(2022, 3, 14),
            60,
            [.. Enumerable.Range(1, 11).Select(d => new DateOnly(2022, 2, d))]
        );
        var results = new SomeQuarter()
            .With("Xã A", Online(0, 10), early)
            .With("Xã B", Online(0, 10), gaps)
            .Results(Justice);
        WeakUnit.In(results, ["ho-tich"]).ShouldBeEmpty();
    }

    [Fact]
    public void An_online_target_is_not_held_against_a_field_without_an_online_service()
    {
        // Nobody can submit an authentication (Chứng thực, level 2 everywhere) online; one level 3 dossier elsewhere shows that one can.
        var quarter = new SomeQuarter { Targets = [Target("online", 40, 100), Target("on-time", 95, 100)] }
            .With("Xã A", [Levelled("chung-thuc", level2: 64, level3: 0, overdue: 10), Levelled("dat-dai", 7, 0)])
            .With("Xã B", [Levelled("chung-thuc", level2: 59, level3: 0), Levelled("dat-dai", 3, 1)]);
        WeakUnit
            .In(quarter.Results(), ["chung-thuc", "dat-dai"])
            .SelectMany(weak => weak.Missed.Select(missed => (weak.Field, weak.Unit.Unit.Name, missed.Kpi.Id)))
            .ShouldBe([
                ("chung-thuc", "Xã A", "on-time"),
                ("dat-dai", "Xã A", "online"),
                ("dat-dai", "Xã B", "online"),
            ]);
    }

    [Fact]
    public void Overdue_dossiers_are_named_whatever_the_rate()
    {
        var late = Field("ho-tich", "Hộ tịch", 20, 20, overdue: 2, openOverdue: 3);
        Read(new SomeQuarter().With("Xã A", [late]).Results(Justice))
            .TableWith(Column)[1]
            .ShouldBe(["Xã A", "–", "–", "–", "–", "–", "2", "3"]);
    }

    [Fact]
    public void Overdue_dossiers_are_counted_once_beside_several_missed_targets()
    {
        var quarter = new SomeQuarter { Targets = [Target("online", 40, 100), Target("on-time", 95, 100)] };
        var rows = Read(quarter.With("Xã A", [Field("ho-tich", "Hộ tịch", 20, 1, overdue: 2)]).Results(Justice))
            .TableWith(Column);
        rows[1].ShouldBe(["Xã A", "Giải quyết đúng hạn", "18/20", "0", "90,00 %", "95 %", "2", "0"]);
        rows[2].ShouldBe(["Xã A", "Nộp trực tuyến", "1/20", "0", "5,00 %", "40 %", "", ""]);
    }

    [Fact]
    public void Fields_that_nobody_answers_for_come_last_for_the_office_that_follows_up()
    {
        var quarter = new SomeQuarter().With(
            "Xã A",
            [Field("unknown", "", 10, 9), Field("dat-dai", "Đất đai", 10, 1), Field("ho-tich", "Hộ tịch", 10, 9)]
        );
        var words = Read(quarter.Results(Justice)).Words;
        words.ShouldContain("2. Lĩnh vực chưa xác định được cơ quan phụ trách");
        words.ShouldContain(
            "Giao Phòng Nội vụ rà soát, xác định cơ quan phụ trách và theo dõi đối với: Đất đai; Chưa xác định lĩnh vực."
        );
    }

    [Fact]
    public void It_is_addressed_to_every_head()
    {
        var letter = OfficesLetter.Compose(new SomeQuarter().With("Xã A", Online(1, 2)).Results(Justice, Culture));
        letter.Addressees.ShouldBe(["Trưởng phòng Tư pháp", "Trưởng phòng Văn hóa và Thông tin"]);
        letter.Number.ShouldBe("Số:        /UBND-HC");
        OfficesLetter
            .Compose(new SomeQuarter().With("Xã A", Online(1, 2)).Results())
            .Addressees.ShouldBe(["Phòng Nội vụ"]);
    }

    [Fact]
    public void An_office_without_dossiers_in_its_fields_is_told_so() =>
        Read(new SomeQuarter().With("Xã A", Online(1, 2)).Results(Justice, Culture))
            .Words.ShouldContain(
                "2. Phòng Văn hóa và Thông tin\nTrong kỳ không phát sinh hồ sơ thuộc lĩnh vực phụ trách."
            );

    [Fact]
    public void A_provinces_letter_is_valid() => Read(WholeQuarters.Province()).ShouldBeValid();

    private static FieldFigures Levelled(string id, int level2, int level3, int overdue = 0)
    {
        var field = Field(id, id, level2 + level3, 0, overdue: overdue);
        field.Figures[Count.ReceivedLevel2] = level2;
        field.Figures[Count.ReceivedLevel3] = level3;
        return field;
    }

    private static ReadDocument Read(QuarterResults results) => new(LetterDocx.Write(OfficesLetter.Compose(results)));
}
