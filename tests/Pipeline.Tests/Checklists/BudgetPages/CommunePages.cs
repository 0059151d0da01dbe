namespace CCHC.Pipeline.Tests.Checklists.BudgetPages;

/// <summary>Pages of invented communes, each with what a person who opens it would say of the budget of 2022.</summary>
internal static class CommunePages
{
    public const string Figures =
        "<table><tr><th>Nội dung</th><th>Dự toán</th></tr><tr><td>I. Tổng thu ngân sách</td><td>8.450.000</td></tr><tr><td>II. Tổng chi ngân sách</td><td>8.450.000</td></tr></table>";
    public const string Prose =
        "<p>Căn cứ Luật Ngân sách nhà nước, Ủy ban nhân dân xã niêm yết tại trụ sở và đăng tải trên trang thông tin các biểu sau đây để nhân dân biết và giám sát.</p>";
    private const string Article = Prose + Figures;
    public const string News =
        "<p>Sáng nay xã tổ chức ra quân dọn vệ sinh đường làng, ngõ xóm; hơn hai trăm đoàn viên, hội viên tham gia, trồng thêm ba trăm cây xanh dọc tuyến đường trung tâm và phát quang bụi rậm quanh nhà văn hóa các ấp.</p>";

    /// <summary>It is published, and a program can tell.</summary>
    public static IReadOnlyDictionary<string, string> Published { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["article"] = Site($"<article><h1>Công khai dự toán ngân sách xã năm 2022</h1>{Article}</article>"),
            ["article with a log-in box beside it"] = Site(
                $"<div class=login><input type=password></div><h2>V/v công khai dự toán thu, chi ngân sách năm 2022</h2>{Article}"
            ),
            ["list of links"] = Site(
                "<ul class=tin><li><a href=/1>Công khai quyết toán ngân sách năm 2020</a></li><li><a href=/2>Công khai dự toán ngân sách xã năm 2022</a> 12/01/2022</li></ul>"
            ),
            ["link to a scan, named by its year"] = Site(
                "<p><a href=/f/qd-12.pdf>Quyết định công khai dự toán ngân sách năm 2022</a></p>"
            ),
            ["table with days"] = Site(
                "<table><tr><th>Tên</th><th>Ngày</th></tr><tr><td><a href=/f/a.pdf>Công khai dự toán ngân sách xã</a></td><td>12/01/2022</td></tr></table>"
            ),
            ["entry with its day"] = Site(
                "<ul class=ds><li><h3><a href=/b>Niêm yết công khai ngân sách xã</a></h3><span>05-01-2022</span></li></ul>"
            ),
            ["quarter"] = Site($"<h1>Công khai tình hình thực hiện dự toán ngân sách quý I/2022</h1>{Article}"),
            ["without marks"] = Site($"<h1>Cong khai du toan ngan sach nam 2022</h1>{Article}"),
            ["its own name"] = Site(
                "<p><a href=/1.pdf>UBND xã Bình Minh công khai dự toán ngân sách năm 2022</a></p>",
                title: "Trang thông tin xã Bình Minh - tỉnh Đồng Bằng"
            ),
            ["its own name before half a year"] = Site(
                $"<h1>CÔNG KHAI THỰC HIỆN DỰ TOÁN NGÂN SÁCH XÃ BÌNH MINH 6 THÁNG ĐẦU NĂM 2022</h1>{Article}"
            ),
            ["background pictures"] = Site(
                $"<style>.dau (background: url(/nen.png))</style><h1>Công khai dự toán ngân sách năm 2022 (xã Bình Minh)</h1>{Article}"
            ),
            ["article within main, title in its header"] = Site(
                $"<main><article><header><h1>Công khai ngân sách xã năm 2022</h1></header>{Article}</article></main>"
            ),
        };

    /// <summary>A program can't tell: a person has to look.</summary>
    public static IReadOnlyDictionary<string, string> ForPeople { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["news beside it"] = Site(
                $"{News}<ul class=tin><li><a href=/x>CÔNG KHAI DỰ TOÁN NGÂN SÁCH NĂM 2022</a></li></ul>"
            ),
            ["menu by its class"] = Site(
                $"<div class='left-menu'><a href=/nam-2022>Công khai ngân sách năm 2022</a></div>{News}"
            ),
            ["menu by its entries"] = Site(
                $"<ul><li><a href=/>Trang chủ</a><li><a href=/gt>Giới thiệu</a><li><a href=/ns>Công khai ngân sách 2022</a></ul>{News}"
            ),
            ["breadcrumb"] = Site($"<div class=breadcrumb><a href=/>Nhà</a> » Công khai ngân sách 2022</div>{News}"),
            ["hidden text"] = Site($"<p style='display: none'>Công khai ngân sách năm 2022</p>{News}"),
            ["soft 404"] = Site("<h1>404</h1><p>Không tìm thấy trang bạn yêu cầu.</p><p>© 2022</p>"),
            ["soft 404 by its title"] = Site($"<p>Quay về trang chủ.</p>{News}", title: "Trang không tồn tại"),
            ["soft 404 in words"] = Site("<div>Nội dung không tồn tại hoặc đã bị xóa.</div>"),
            ["pictures only"] = Site("<h2>Công khai ngân sách</h2><img src=1.jpg><img src=2.jpg>"),
            ["pictures under a title of the year"] = Site("<img src=a.jpg width=800>", title: "Ngân sách"),
            ["PDF under another name"] = Site(
                "<h2>Công khai ngân sách</h2><p><a href=/f/cong-khai-2022.pdf>Tải về</a></p>"
            ),
            ["files of a drive"] = Site(
                $"{News}<p>Số liệu ngân sách: <a href='https://drive.google.com/x'>xem</a></p>"
            ),
            ["frame"] = Site("<h2>Công khai ngân sách</h2><iframe src=/ds></iframe>"),
            ["sign-in"] = Site(
                "<form action=/dn><label>Tài khoản</label><input><label>Mật khẩu</label><input type=password></form>"
            ),
            ["made in the browser"] = "<html><body><div id=app></div><script src=a.js></script></body></html>",
            ["empty list that a script may fill"] = Site(
                $"<h2>Công khai ngân sách</h2>{News}<div id=ds>Chưa có bài viết nào</div><script src=ds.js></script>"
            ),
            ["heading of an empty section"] = Site("<h1>Công khai dự toán ngân sách năm 2022</h1>"),
            ["order to publish"] = Site(
                $"<p><a href=/a>Yêu cầu các ấp công khai dự toán ngân sách năm 2022</a></p>{News}"
            ),
            ["plan to publish"] = Site($"<p><a href=/a>Kế hoạch công khai ngân sách năm 2022</a></p>{News}"),
            ["the district's"] = Site($"<p><a href=/a>Công khai dự toán ngân sách huyện năm 2022</a></p>{News}"),
            ["a school's"] = Site($"<p><a href=/a>Trường mầm non Hoa Sen công khai dự toán năm 2022</a></p>{News}"),
            ["last year's settlement, published this year"] = Site(
                $"<ul class=ds><li><a href=/a>Công khai quyết toán ngân sách năm 2021</a> <i>15/02/2022</i></li></ul>{News}"
            ),
            ["withdrawn"] = Site(
                $"<p><a href=/a>Thông báo thu hồi Quyết định công khai dự toán ngân sách năm 2022</a></p>{News}"
            ),
            ["inspected"] = Site($"<p><a href=/a>Thanh tra việc công khai ngân sách các xã năm 2022</a></p>{News}"),
            ["number of a decision"] = Site(
                $"<p><a href=/a>Quyết định số 2022/QĐ-UBND về công khai ngân sách năm 2019</a> 05/01/2022</p>{News}"
            ),
            ["how often it was seen"] = Site(
                $"<ul class=ds><li><a href=/a>Công khai dự toán ngân sách xã</a> Lượt xem: 2022</li></ul>{News}"
            ),
            ["the district's committee"] = Site($"<p><a href=/a>UBND huyện công khai ngân sách năm 2022</a></p>{News}"),
            ["another site's"] = Site(
                $"<p><a href='http://khac.test/a'>Công khai dự toán ngân sách năm 2022</a></p>{News}"
            ),
            ["several years"] = Site($"<p><a href=/a>Công khai kế hoạch tài chính ngân sách 2022-2024</a></p>{News}"),
            ["being updated, in a plain site"] = Plain(
                "<h1>Công khai ngân sách năm 2022</h1><p>Nội dung đang được cập nhật</p>"
            ),
            ["another commune's"] = Site($"<p><a href=/a>Xã Hòa Lạc công khai dự toán ngân sách 2022</a></p>{News}"),
            ["another ward's, in an article"] = Site($"<h1>Phường 3: công khai ngân sách năm 2022</h1>{Article}"),
            ["one whose name begins alike"] = Site(
                $"<p><a href=/a>Công khai dự toán ngân sách xã Bình Minh Đông năm 2022</a></p>{News}"
            ),
            ["one that is numbered"] = Site(
                $"<p><a href=/a>Công khai dự toán ngân sách xã Bình Minh 2 năm 2022</a></p>{News}"
            ),
            ["below another's heading"] = Site(
                $"<h3>Thị trấn Chợ Vàm</h3><p><a href=/a>Công khai dự toán ngân sách năm 2022</a></p>{News}"
            ),
            ["another's by a column"] = Site(
                $"<table><tr><td>UBND xã Hòa Lạc</td><td><a href=/a>Công khai dự toán ngân sách năm 2022</a></td></tr></table>{News}"
            ),
            ["on another's site"] = Site(
                $"<p><a href=/a>Công khai dự toán ngân sách năm 2022</a></p>{News}",
                title: "Cổng thông tin xã Hòa Lạc"
            ),
            ["another's site"] = Site(News, title: "Cổng thông tin xã Hòa Lạc"),
            ["cut before its year"] = Site(
                $"<ul class=ds><li><a href=/a>Công khai dự toán thu, chi ngân sách...</a> <i>15/02/2022</i></li></ul>{News}"
            ),
            ["cut behind its year"] = Site($"<p><a href=/a>Công khai dự toán ngân sách năm 2022 của…</a></p>{News}"),
            ["cut before its kind"] = Site(
                $"<ul class=ds><li><a href=/a>Quyết định về việc công khai số liệu…</a> <i>15/02/2022</i></li></ul>{News}"
            ),
            ["finances, maybe of an office"] = Site(
                $"<p><a href=/a>Công khai tài chính, ngân sách quý I - 2022</a></p>{News}"
            ),
            ["keywords"] = Site($"<p>Từ khóa: <a href=/t>công khai ngân sách 2022</a>, hộ tịch</p>{News}"),
            ["title behind a link"] = Site(
                $"<p><a href=/a title='Công khai dự toán ngân sách năm 2022'>Xem chi tiết</a></p>{News}"
            ),
            ["title behind a picture"] = Site($"<img width=20 src=i.png alt='Dự toán ngân sách xã'>{News}"),
            ["name of a file"] = Site($"<p><a href=/f/cong_khai-du-toan-2022>Tải về</a></p>{News}"),
            ["a section"] = Site($"<p><a href=/tc>Tài chính của xã</a></p>{News}"),
            ["a section of publications"] = Site($"<p><a href=/ck>Công khai, minh bạch</a></p>{News}"),
            ["a picture behind"] = Site(
                "<div style='background: url(/ck.jpg); height: 900px'></div><p>Thông báo của xã</p>"
            ),
            ["more by a button"] = Site($"{News}<span onclick='go(2)'>Xem các tin cũ</span>"),
            ["more, with dots"] = Site($"{News}<a href=/tin/trang-sau>Xem thêm...</a>"),
            ["another's, in bold"] = Site(
                $"<p><b>Xã Hòa Lạc</b></p><p><a href=/a>Công khai dự toán ngân sách năm 2022</a></p>{News}"
            ),
            ["another's without its kind"] = Site($"<p><a href=/a>Hòa Lạc công khai ngân sách năm 2022</a></p>{News}"),
            ["a fund's"] = Site($"<p><a href=/a>Công khai quyết toán quỹ khuyến học năm 2022</a></p>{News}"),
            ["an office's"] = Site($"<p><a href=/a>Trạm Y tế xã công khai dự toán năm 2022</a></p>{News}"),
            ["asked for"] = Site($"<p><a href=/a>Cử tri kiến nghị công khai ngân sách năm 2022</a></p>{News}"),
            ["empty forms"] = Site($"<p><a href=/a>Mẫu biểu công khai dự toán ngân sách năm 2022</a></p>{News}"),
            ["taken off"] = Site($"<p><a href=/a>[Đã gỡ] Công khai dự toán ngân sách năm 2022</a></p>{News}"),
            ["a file of no telling name"] = Site($"{News}<p><a href=/f/qd-01.pdf>Quyết định 01</a></p>"),
            ["a frame among much text"] = Site($"{News}<iframe src=/ds></iframe>"),
            ["a list that goes on"] = Site($"{News}<a href=?p=2>›</a> <a href=?p=9>Cuối</a>"),
            ["years to be opened"] = Site(
                $"{News}<ul class=ds><li><a href=#a>2022</a></li><li><a href=#b>2021</a></li></ul>"
            ),
            ["a drawing"] = Site("<svg><text>Ngân sách</text></svg><p>Thông báo của xã</p>"),
            ["abbreviated"] = Site($"<p><a href=/a>CK NSNN xã năm 2022</a></p>{News}"),
            ["a form's number"] = Site($"<p><a href=/a>Biểu số 113/CKTC-NSNN năm 2022</a></p>{News}"),
            ["other words"] = Site($"<p><a href=/a>Dự toán thu, chi năm 2022 của xã</a></p>{News}"),
            ["a guard"] =
                "<html><title>Request Rejected</title><body>The requested URL was rejected. Please consult with your administrator. Your support ID is: 1234567890. [Go Back]</body></html>",
            ["a captcha"] =
                $"<html><body><h1>Checking your browser before accessing xa.test</h1><p>{new string('a', 250)}</p></body></html>",
            ["a parked name"] =
                $"<html><body><h1>xa.test</h1><p>{string.Concat(Enumerable.Repeat("This name is for sale. ", 20))}</p></body></html>",
            ["upgrading"] = Site($"<p>Hệ thống đang nâng cấp, mời quay lại sau.</p>{News}"),
            ["members only"] = Site($"<p>Bạn cần đăng nhập để xem nội dung này.</p>{News}"),
            ["leads on by itself"] = Site($"<meta http-equiv=refresh content='0; url=/moi'>{News}"),
            ["more by a click"] = Site(
                $"<ul class=ds><li><a href=/a>Công khai ngân sách năm 2021</a></li></ul>{News}<a onclick='trang(2)'>Sau</a>"
            ),
            ["a Vietnamese captcha"] = Site($"<p>Vui lòng xác minh bạn không phải người máy.</p>{News}"),
            ["loading"] = Site($"<p>Đang tải dữ liệu...</p>{News}"),
            ["an encoding of old"] =
                $"<html><title>UBND xã</title><body><p>{string.Concat(Enumerable.Repeat("C«ng khai tin tøc cña x· vµ nh©n d©n ", 20))}</p></body></html>",
            ["an article without a year"] = Site($"<p><a href=/a>Công khai dự toán ngân sách xã</a></p>{News}"),
            ["a title of the year over news and an empty list"] = Site(
                $"<h2>Công khai ngân sách năm 2022</h2><p>Chưa có bài viết nào</p>{News}"
            ),
            ["further pages"] = Site(
                $"<ul class=ds><li><a href=/a>Công khai ngân sách năm 2021</a></li></ul>{News}<a href='?p=2'>Trang sau</a>"
            ),
            ["published here, denied there"] = Site(
                $"<p><a href=/a>Công khai dự toán ngân sách năm 2022</a></p><p>Mục quyết toán: xã chưa công khai ngân sách.</p>{News}"
            ),
        };

    /// <summary>The page was read in full, and it isn't published there.</summary>
    public static IReadOnlyDictionary<string, string> WithoutWords { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["menu and a year in the foot"] = Site(News),
            ["menu beside a day"] = Site($"<p>Hôm nay, 12/03/2022</p>{News}"),
            ["denial"] = Site($"<p>Xã chưa công khai dự toán ngân sách năm 2022.</p>{News}"),
            ["announcement"] = Site($"<p>Công khai dự toán ngân sách năm 2022 sẽ được đăng tải.</p>{News}"),
            ["empty list"] = Site($"<h2>Công khai ngân sách năm 2022</h2><p>Chưa có bài viết nào</p>"),
            ["being updated"] = Site($"<h2>Công khai dự toán ngân sách 2022</h2><p>Đang cập nhật</p>"),
            ["last year's"] = Site(
                $"<ul class=ds><li><a href=/a>Công khai dự toán ngân sách năm 2021</a> 05/01/2021</li></ul>{News}"
            ),
            ["next year's"] = Site(
                $"<ul class=ds><li><a href=/a>Công khai dự toán ngân sách năm 2023</a></li></ul>{News}"
            ),
            ["procedures"] = Site($"<p><a href=/a>Công khai thủ tục hành chính năm 2022</a></p>{News}"),
        };

    /// <summary>A site of old: nothing says what is menu and what is foot.</summary>
    private static string Plain(string content) =>
        $"""
            <html><head><title>UBND xã</title></head><body>
            <div><a href=/>Trang chủ</a> | <a href=/gt>Giới thiệu</a> | <a href=/ns>Công khai ngân sách</a> | <a href=/lh>Liên hệ</a></div>
            <div>{content}</div><div>Ủy ban nhân dân xã. Địa chỉ: trung tâm xã. Bản quyền thuộc Ủy ban nhân dân xã © 2022</div></body></html>
            """;

    /// <summary>A commune's site as they look: a menu with the very words, a foot with the very year.</summary>
    public static string Site(string content, string title = "Trang thông tin điện tử xã") =>
        $"""
            <!DOCTYPE html><html><head><title>{title}</title><style>p {"{}"}</style></head><body>
            <header><div>TRANG THÔNG TIN ĐIỆN TỬ XÃ</div></header>
            <nav><ul><li><a href=/>Trang chủ</a><li><a href=/gt>Giới thiệu</a><li><a href=/ns>Công khai ngân sách</a><li><a href=/lh>Liên hệ</a></ul></nav>
            <div id=noi-dung>{content}</div>
            <footer>Công khai ngân sách | Bản quyền © 2022</footer></body></html>
            """;
}
