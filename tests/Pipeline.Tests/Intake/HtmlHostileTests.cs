using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HtmlHostileTests
{
    /// <summary>A quarter of the largest page; the benchmark "hostile" measures whole ones in Release.</summary>
    private const int Quarter = 8 * 1024 * 1024;

    /// <summary>Of it 16 MB are the characters of the page; a quarter of what a whole one may take.</summary>
    private const int MostAllocated = 64 * 1024 * 1024;

    /// <summary>Of processor time; half a second in Release, tests run in Debug.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("<table>", "<td>")]
    [InlineData("<table>", "<tr>")]
    [InlineData("<table>", "<tr><td>1</td></tr>")]
    [InlineData("<table>", "<tr><td rowspan=1000000000 colspan=65535>1")]
    [InlineData("<table>", "<tr><td rowspan=65534 colspan=1000>1")]
    [InlineData("<table><tr><td>", "a")]
    [InlineData("<table><tr><td>", " &nbsp;<br>")]
    [InlineData("<table><tr><td>", "&acirc;&#7897;&")]
    [InlineData("<table><tr><td>", "<div><b>")]
    [InlineData("<table><tr><td>", "<table><tr><td>")]
    [InlineData("<table><tr><td>1</td></tr></table>", "<table><tr><td>1</td></tr></table>")]
    [InlineData("<table><tr><td ", "a=1 ")]
    [InlineData("<table><tr><td a=\"", "a")]
    [InlineData("<table><tr><td>", "<")]
    [InlineData("<table><tr><td>", "</")]
    [InlineData("<table><tr><td>", "<!")]
    [InlineData("<table><tr><td>", "<!---->")]
    [InlineData("<table><tr><td><!--", "--!")]
    [InlineData("<table><tr><td>", "<script>")]
    [InlineData("<table><tr><td><title>", "</titl")]
    [InlineData("<table><tr><td>", "<span style='display:none'>1")]
    [InlineData("<table><tr>", "<td x:num=1e9 x:fmla='=A1'>")]
    [InlineData("<p>", "đến ngày 14/03/2022 ")]
    [InlineData("<!DOCTYPE ", "a ")]
    public void Every_page_has_its_outcome_in_bounded_time_and_memory(string head, string body)
    {
        var content = Repeated(head, body);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = ThreadTime.Start();
        var reading = AnExport.Read(content, HtmlPages.File);
        watch.Elapsed.ShouldBeLessThan(Longest);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostAllocated);
        reading.IsKept.ShouldBeFalse();
        reading.Faults.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("<tr><td rowspan=65534 colspan=1000>1")]
    [InlineData("<tr><td colspan=1000>1<td>2")]
    public void A_few_characters_cant_ask_for_millions_of_cells(string row)
    {
        var watch = ThreadTime.Start();
        var reading = AnExport.Read(Repeated($"<table>{HtmlPages.Header}", row), HtmlPages.File);
        watch.Elapsed.ShouldBeLessThan(Longest);
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Faults[0].Code.ShouldBe(FaultCodes.UnpacksTooLarge);
        reading.Message.ShouldContain("ô gộp");
    }

    [Fact]
    public void A_large_honest_export_is_read()
    {
        var content = Repeated($"<table>{HtmlPages.Header}", HtmlPages.Dossier);
        var reading = AnExport.Read(content[..content.AsSpan().LastIndexOf("<tr>"u8)], HtmlPages.File);
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.Kept.ShouldHaveSingleItem();
        reading.Rows.ShouldBeGreaterThan(50_000);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"b\">]>")]
    [InlineData("<!DOCTYPE html SYSTEM \"x\" [ ]>")]
    [InlineData("<!DOCTYPE html><!ENTITY a SYSTEM \"file:///etc/hostname\">")]
    public void A_document_type_of_ones_own_is_never_opened(string prolog)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true) })
        {
            var reading = HtmlPages.Read(encoding, prolog + HtmlPages.Table(HtmlPages.Dossier));
            reading.Outcome.ShouldBe(Outcome.Refused);
            reading.Fault(FaultCodes.UnsafeXml);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/x.dtd\">")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n")]
    public void An_ordinary_prolog_is_fine(string prolog) =>
        HtmlPages.Read(prolog + HtmlPages.Table(HtmlPages.Dossier)).OnlyRow();

    [Fact]
    public void A_NUL_is_refused_with_its_line() =>
        HtmlPages.Read($"<table>\n{HtmlPages.Header}\n\0").Fault(FaultCodes.NulCharacter).Line.ShouldBe(3);

    /// <summary>Only where a row ends, and nowhere before, can't it be told from a writer who never closes a table.</summary>
    [Fact]
    public void A_page_cut_off_is_never_read_in_part_of_a_row()
    {
        var whole =
            $"<table>{HtmlPages.Header}<tr><td>{HtmlPages.Code(1)}</td><td>10/03/2022</td><td></td><td>Đang xử lý</td></tr>";
        var last = $"<tr><td>{HtmlPages.Code(2)}</td><td title=\"x\">10/03/2022</td><td><td>Đang xử lý</td>";
        for (var length = "<tr>".Length; length <= last.Length; length++)
        {
            var reading = HtmlPages.Read(whole + last[..length]);
            reading.Outcome.ShouldBe(Outcome.Refused, last[..length]);
            var fault = reading.Fault(FaultCodes.Corrupt);
            fault.Message.ShouldContain("bị cắt ngang");
            fault.Line.ShouldBe(3);
        }
        HtmlPages.Read(whole).OnlyRow();
    }

    [Fact]
    public void Damaged_pages_never_throw()
    {
        var sound = Encoding.UTF8.GetBytes($"<html><!-- x --><body>{HtmlPages.Table(HtmlPages.Dossier)}</body></html>");
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var content = (byte[])sound.Clone();
            for (var i = 0; i < 4; i++)
                content[random.Next(content.Length)] = (byte)"<>/&;\"'= -!tdrx#\0"[random.Next(17)];
            AnExport.Read(content[..random.Next(content.Length)], HtmlPages.File).Message.ShouldNotBeNull();
        }
    }

    private static byte[] Repeated(string head, string body)
    {
        var (start, part) = (Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes(body));
        var content = new byte[Quarter - 64];
        start.CopyTo(content, 0);
        for (var at = start.Length; at < content.Length; at++)
            content[at] = part[(at - start.Length) % part.Length];
        // No half letter at the end.
        return content[..(start.Length + ((content.Length - start.Length) / part.Length * part.Length))];
    }
}
