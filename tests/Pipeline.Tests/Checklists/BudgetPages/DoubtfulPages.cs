using static CCHC.Pipeline.Tests.Checklists.BudgetPages.CommunePages;

namespace CCHC.Pipeline.Tests.Checklists.BudgetPages;

/// <summary>Pages that look like a proof, or like a lack, to whoever reads words only: a person has to look.</summary>
internal static class DoubtfulPages
{
    private const string Title = "Công khai dự toán ngân sách xã năm 2022";
    private const string Box = "<div><a href=/2>Công khai ngân sách năm 2022</a></div>";

    /// <summary>None is published for certain.</summary>
    public static IReadOnlyDictionary<string, string> Proofs { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["links without file or day"] = Site(
                $"<ul><li><a href=/1>Công khai quyết toán ngân sách năm 2020</a></li><li><a href=/2>{Title}</a></li></ul>"
            ),
            ["a box beside an article"] = Site(
                $"<h1>Ra quân</h1>{News}<div class=box><div>Chuyên mục</div>{Box}</div>"
            ),
            ["a box of a portal"] = Site($"{News}<div class=portlet-body>{Box}</div>"),
            ["a widget with days"] = Site($"{News}<ul class=widget><li><a href=/2>{Title}</a> 05/01/2022</li></ul>"),
            ["a list with days beside an article"] = Site($"{News}<ul><li><a href=/2>{Title}</a> 05/01/2022</li></ul>"),
            ["running letters"] = Site($"<marquee><a href=/2.pdf>{Title}</a></marquee>"),
            ["a ticker"] = Site($"<div class=ticker><a href=/2.pdf>{Title}</a></div>"),
            ["a column at the left"] = Site($"<div class=left-col>{Box}</div><div>{News}</div>"),
            ["a narrow column"] = Site($"<div class=col-md-3><p><a href=/2>{Title}</a></p></div>{News}"),
            ["the site's clock beside a title"] = Site($"<div>12/03/2022 <a href=/2>{Title}</a></div>"),
            ["an article of words"] = Site($"<h1>{Title}</h1>{Prose}"),
            ["an article with a picture"] = Site($"<h1>{Title}</h1>{Prose}<img src=/a.jpg>"),
            ["over another table"] = Site(
                $"<h1>{Title}</h1><table><tr><td>Hôm nay<td>1.234<tr><td>Tất cả<td>123.456</table>"
            ),
            ["over last year's table"] = Site(
                $"<h1>{Title}</h1>{Figures.Replace("Dự toán", "Dự toán năm 2021", StringComparison.Ordinal)}"
            ),
            ["over a guide"] = Site($"<h1>{Title}</h1><p><a href=/hd.pdf>Hướng dẫn sử dụng</a></p>"),
            ["over last year's file"] = Site($"<h1>{Title}</h1><p><a href=/f.pdf>Công khai ngân sách năm 2021</a></p>"),
            ["to come"] = Site($"<h1>{Title}</h1><p>Xã sẽ đăng tải sau kỳ họp.</p>{Figures}"),
            ["planned"] = Site($"<h1>{Title}</h1><p>Dự kiến niêm yết trong tháng sau.</p>{Figures}"),
            ["ordered"] = Site($"<h1>{Title}</h1><p>Đề nghị các ấp khẩn trương thực hiện.</p>{Figures}"),
            ["discussed"] = Site($"<h1>{Title}</h1><p>Chiều qua xã họp bàn nội dung này.</p>{Figures}"),
            ["late"] = Site($"<h1>{Title}</h1><p>Xã chậm thực hiện, đã kiểm điểm.</p>{Figures}"),
            ["another commune's under a neutral title"] = Site(
                $"<h1>{Title}</h1><p>Ủy ban nhân dân xã Tân Hộ Cơ thông báo các biểu sau đây.</p>{Figures}"
            ),
            ["a school's under a neutral title"] = Site($"<h1>{Title}</h1><p>Trường Tiểu học 2 niêm yết.</p>{Figures}"),
            ["a school's site"] = Site($"<header>TRƯỜNG MẦM NON HOA SEN</header><h1>{Title}</h1>{Figures}"),
            ["another commune's head"] = Site($"<header>UBND XÃ HÒA LẠC</header><h1>{Title}</h1>{Figures}"),
            ["struck out"] = Site($"<h1><s>{Title}</s></h1>{Figures}"),
            ["deleted"] = Site($"<ul><li><del><a href=/2.pdf>{Title}</a></del></li></ul>"),
            ["struck out by a style"] = Site(
                $"<ul><li style='text-decoration: line-through'><a href=/2.pdf>{Title}</a></li></ul>"
            ),
            ["withdrawn by its entry"] = Site($"<ul><li><a href=/2.pdf>{Title}</a> (đã thu hồi)</li></ul>"),
            ["out of force"] = Site($"<h2>Văn bản hết hiệu lực</h2><ul><li><a href=/2.pdf>{Title}</a></li></ul>"),
            ["waiting"] = Site($"<table><tr><td><a href=/2.pdf>{Title}</a></td><td>Chờ duyệt</td></tr></table>"),
            ["a draft"] = Site($"<p>Bản nháp</p><h1>{Title}</h1>{Figures}"),
            ["a draft by its head"] = Site($"<header>BẢN NHÁP</header><h1>{Title}</h1>{Figures}"),
            ["replaced by another"] = Site(
                $"<ul><li><a href=/2.pdf>{Title}</a></li><li><a href=/3>Quyết định thay thế Quyết định 12</a></li></ul>"
            ),
            ["a picture's caption"] = Site($"<figure><figcaption>{Title}</figcaption></figure>{Figures}"),
            ["a report on publishing"] = Site("<p><a href=/a.pdf>Báo cáo kết quả công khai ngân sách năm 2022</a></p>"),
            ["a report on the matter"] = Site("<p><a href=/a.pdf>Báo cáo việc công khai ngân sách năm 2022</a></p>"),
            ["how publishing goes"] = Site("<p><a href=/a.pdf>Tình hình công khai ngân sách năm 2022</a></p>"),
            ["publishing how it goes"] = Site(
                "<p><a href=/a.pdf>Công khai kết quả thực hiện công khai ngân sách năm 2022</a></p>"
            ),
            ["a fund without a name"] = Site("<p><a href=/a.pdf>Công khai quyết toán quỹ năm 2022</a></p>"),
            ["the office's account"] = Site("<p><a href=/a.pdf>Công khai dự toán ngân sách văn phòng năm 2022</a></p>"),
            ["all communes'"] = Site("<p><a href=/a.pdf>Công khai ngân sách các xã năm 2022</a></p>"),
            ["a settlement of no year"] = Site(
                "<ul><li><a href=/a>Công khai quyết toán ngân sách xã</a> 12/01/2022</li></ul>"
            ),
            ["a budget of December"] = Site(
                "<ul><li><a href=/a>Công khai dự toán ngân sách xã</a> 28/12/2022</li></ul>"
            ),
            ["a hidden withdrawal"] = Site($"<h1>{Title}</h1><p style='width:0'>Đã thu hồi</p>{Figures}"),
            ["a hidden article"] = Site($"<div class=d-none><h1>{Title}</h1>{Figures}</div>"),
            ["hidden by a style of the page"] = Site(
                $"<style>.x{"{"}display:none{"}"}</style><div class=x><h1>{Title}</h1>{Figures}</div>"
            ),
            ["the page itself"] = Site($"<ul><li><a href=/ns>{Title}</a> 12/01/2022</li></ul>"),
        };

    /// <summary>None lacks it for certain.</summary>
    public static IReadOnlyDictionary<string, string> Lacks { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["an object"] = Site($"{News}<object data=/x></object>"),
            ["an embedded one in the foot"] = Site($"{News}<footer><embed src=/x></footer>"),
            ["a frame in a menu"] = Site($"{News}<nav><iframe src=/x></iframe></nav>"),
            ["a canvas"] = Site($"{News}<canvas></canvas>"),
            ["hidden"] = Site($"{News}<div hidden>Thông báo</div>"),
            ["a choice of years"] = Site($"{News}<select><option>2021</option></select>"),
            ["tabs"] = Site($"{News}<ul class='nav-tabs tab'><li>Tin</li></ul>"),
            ["an accordion"] = Site($"{News}<div class=accordion>Văn bản của xã</div>"),
            ["details"] = Site($"{News}<details><summary>Khác</summary>Thông báo</details>"),
            ["loaded later"] = Site($"{News}<div data-url=/ds>Văn bản</div>"),
            ["a button"] = Site($"{News}<button>Xem thêm</button>"),
            ["a place that a script fills"] = Site($"{News}<div id=ds></div><script src=/a.js></script>"),
            ["a script that asks"] = Site($"{News}<script>fetch('/ds')</script>"),
            ["a handler"] = Site($"{News}<a href='/Download.ashx?f=3'>Thông báo của Ủy ban nhân dân</a>"),
            ["a handler by its path"] = Site($"{News}<a href=/tai-ve/12>Thông báo của Ủy ban nhân dân</a>"),
            ["a paper by its number"] = Site($"{News}<a href='/vb.aspx?id=7'>Thông báo của Ủy ban nhân dân</a>"),
            ["in a sentence: here"] = Site($"{News}<p>Nội dung xem <a href=/x>tại đây</a>.</p>"),
            ["a decision"] = Site($"{News}<p><a href=/x>Quyết định số 12 của Ủy ban</a></p>"),
            ["a link of one word"] = Site($"{News}<p><a href=/x>Mở</a></p>"),
            ["a short name in a menu"] = Site($"<nav><a href=/x>CKNS</a></nav>{News}"),
            ["a short name in the foot"] = Site($"<footer>CK-NS xã</footer>{News}"),
            ["a form in a head"] = Site($"<header>Biểu 108</header>{News}"),
            ["a form by its circular"] = Site($"{News}<p>Mẫu biểu 103 theo TT343</p>"),
            ["published of a year"] = Site($"<nav><a href=/x>Công khai năm 2022</a></nav>{News}"),
            ["put up"] = Site($"<div class=breadcrumb>Nhà » Niêm yết</div>{News}"),
            ["a banner's other text"] = Site($"<header><img src=/b.png alt='Công khai ngân sách'></header>{News}"),
            ["a menu that leads to it"] = Site($"<nav><a href=/khac>Công khai ngân sách</a></nav>{News}"),
            ["a second link of a line"] = Site(
                $"{News}<div><a href=/x>Tin của xã</a> | <a href=/y>Ngân sách</a></div>"
            ),
            ["a pager in a menu"] = Site($"<nav><a href='?p=2'>Trang sau</a></nav>{News}"),
            ["pages by their class"] = Site($"{News}<div class=pagination>1</div>"),
            ["a picture among much text"] = Site($"{News}<img src=/a.jpg>"),
            ["an inspection's words"] = Site(
                $"<h2>Kết luận</h2><p>Xã chưa công khai dự toán ngân sách năm 2022.</p>{News}"
            ),
            ["a question"] = Site($"<p>Hỏi: xã chưa công khai ngân sách năm 2022?</p>{News}"),
            ["a question and its answer"] = Site($"<p>Hỏi:</p><p>Xã chưa công khai ngân sách năm 2022.</p>{News}"),
            ["why"] = Site($"<h2>Vì sao xã chưa công khai ngân sách năm 2022</h2>{News}"),
            ["another commune's denial"] = Site($"<p>Xã Hòa Lạc chưa công khai ngân sách năm 2022.</p>{News}"),
            ["another commune's heading"] = Site($"<h2>Xã Hòa Lạc</h2>{News}"),
            ["a school's page"] = Site($"<header>Trường Tiểu học Bình Minh</header>{News}"),
        };
}
