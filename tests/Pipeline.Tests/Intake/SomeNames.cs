namespace CCHC.Pipeline.Tests.Intake;

/// <summary>What people are called, word by word.</summary>
internal static class SomeNames
{
    private const string Given =
        "An Anh Ánh Ân Bảo Bé Bích Bình Bưởi Cảnh Cẩm Chánh Châu Chi Chiến Chính Chung Cúc Cường Công Dân Diễm Diệp Diệu "
        + "Dung Dũng Duyên Dương Đài Đại Đào Đạt Đăng Điểm Điệp Định Đông Được Đức Giang Hà Hải Hạnh Hằng Hân Hậu Hiền "
        + "Hiếu Hiệp Hoa Hòa Hóa Hoài Hoàn Hoàng Hội Hồng Huệ Hùng Hưng Hương Hường Hữu Huy Huyền Khải Khang Khánh Khoa "
        + "Khôi Kiên Kiệt Kiều Kim Kỳ Lan Lâm Lành Lệ Liên Liễu Linh Loan Long Lộc Lợi Luân Lụa Lực Lượm Lưu Ly Mai Mạnh "
        + "Mẫn Mến Miên Minh Mùi Muội Mỹ Nam Năm Nga Ngân Nghĩa Nghiêm Ngọc Nguyên Nguyệt Nhã Nhàn Nhân Nhật Nhi Nhung "
        + "Như Oanh Phát Phong Phú Phúc Phước Phương Phượng Quang Quân Quế Quốc Quyên Quyền Quyết Quý Quỳnh Sang Sen Sinh "
        + "Sơn Sương Tài Tám Tâm Tân Tấn Thạch Thái Thanh Thành Thảo Thắm Thắng Thân Thế Thêm Thi Thiện Thiết Thịnh Thoa "
        + "Thông Thơ Thơm Thu Thuận Thủy Thúy Thư Thương Tiên Tiến Tiếp Tình Tín Toàn Trang Trâm Trân Trí Trình Trinh Trọng "
        + "Trúc Trung Trực Trường Tú Tuấn Tuất Tùng Tuyên Tuyền Tuyết Tư Tường Út Vân Văn Viên Việt Vinh Vũ Vương Vy Xuân Yên Yến "
        + "Bằng Cần Duyệt Đến Đúng Đủ Giao Hẹn Ký Lại Một Phí Tính Tới Trước";

    private const string Families =
        "Nguyễn Trần Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ Hồ Ngô Lý Đinh Trương Phùng Tạ Tô Đoàn Cao Lương Lại Danh Kim "
        + "Nông Lò Lục Hoàng Vi Ma Mua Giàng Sùng Vàng Thào Niê Byă Ksor Siu Kpă Rơ Châu Điểu Neáng Chau";

    public static IEnumerable<string> Words => $"{Given} {Families}".Split(' ').Distinct(StringComparer.Ordinal);
}
