using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Other shapes of administration, as staff would write them into settings.</summary>
internal static class SomeAuthority
{
    public static Authority Department { get; } =
        Authorities
            .Parse(
                """
                [{
                  "superior": "UBND TỈNH ĐỒNG THÁP",
                  "issuer": ["SỞ NỘI VỤ"],
                  "symbol": "SNV-CCHC",
                  "place": "Đồng Tháp",
                  "head": "Sở Nội vụ tỉnh Đồng Tháp",
                  "headShort": "Giám đốc Sở Nội vụ",
                  "signerForm": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
                  "followUpOffice": "Phòng Cải cách hành chính",
                  "copiesTo": ["Như trên", "UBND tỉnh (báo cáo)", "Lưu: VT, CCHC"],
                  "orders": "Đề nghị",
                  "desk": "Trung tâm Phục vụ hành chính công",
                  "units": {
                    "addressee": "Ủy ban nhân dân {unit}",
                    "head": "Ủy ban nhân dân {unit}"
                  }
                }]
                """
            )
            .On(new DateOnly(2026, 1, 1));
}
