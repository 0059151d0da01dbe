using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Whole letters, approved by reading them.</summary>
public sealed class NoticeTextTests
{
    [Fact]
    public void A_corrective_notice_reads_as_approved() => Approve(TenShort(), "corrective");

    [Fact]
    public void A_notice_of_several_shortcomings_reads_as_approved() =>
        Approve(
            Of(
                "Thị trấn Thường Thới Tiền",
                Figures(),
                Below("online", new Fraction(70, 200, 0), 40, 100),
                Below("overdue-open", new Fraction(4, 20, 0), 5, 100),
                Below("postal-return", new Fraction(9, 180, 10), 2, 10)
            ),
            "several"
        );

    [Fact]
    public void A_notice_of_eight_shortcomings_reads_as_approved() => Approve(SomeInspection.Eight(), "eight");

    [Fact]
    public void A_notice_of_repeated_and_corrected_ones_reads_as_approved() =>
        Approve(SomeInspection.Repeated(), "repeated");

    [Fact]
    public void A_letter_of_a_department_reads_as_approved() =>
        Approve(TenShort("Phường Mỹ Tho"), "department", SomeAuthority.Department);

    [Fact]
    public void A_request_for_data_reads_as_approved() => Approve(WithoutChannels(), "data-request");

    [Fact]
    public void A_mixed_letter_reads_as_approved() =>
        Approve(
            Of(
                "Xã Phú Thuận A",
                Figures(),
                Below("on-time", new Fraction(150, 192, 0), 95, 100),
                Insufficient("fully-online", new Fraction(30, 60, 140), Insufficiency.Unknown)
            ),
            "mixed"
        );

    [Fact]
    public void A_letter_of_the_province_reads_as_approved() =>
        Approve(
            TenShort("Xã Thường Phước") with
            {
                Period = Quarter("2026-Q1"),
                ReviewedOn = new DateOnly(2026, 3, 18),
                Coverage = new Coverage(new DateOnly(2026, 3, 14), 60, []),
            },
            "province"
        );

    [Fact]
    public void A_unit_that_met_every_target_gets_no_letter() =>
        Should.Throw<ArgumentException>(() =>
            NoticeText.Compose(
                Of("Xã Thường Lạc", Figures(), Met("online", new Fraction(80, 200, 0), 40, 100)),
                Authority.On(LastDay)
            )
        );

    private static void Approve(ReviewedUnit unit, string name, Authority? authority = null) =>
        NoticeText
            .Compose(unit, authority ?? Authority.On(unit.ReviewedOn))
            .Words()
            .ShouldMatchApproved(options =>
                options
                    .SubFolder("Approved")
                    .NoDiff()
                    .WithFilenameGenerator((_, _, type, extension) => $"{name}.{type}.{extension}")
            );
}
