using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Units;
using static CCHC.Pipeline.Tests.Oracle.Some;

namespace CCHC.Pipeline.Tests.Oracle;

public class ExportCsvTests
{
    [Fact]
    public void An_upload_looks_like_a_desks_export()
    {
        var line = Dossier("2022-01-10", "000.19.05.H20-220110-0002") with
        {
            Finished = Day("2022-01-12"),
            Status = Status.Releasing,
            Channel = Channel.Online,
            Level = Level.Full,
            Field = "Đất đai, môi trường",
        };
        var upload = Upload("2022-01-12", line, line with { Code = "000.19.05.H20-220110-0001" }) with
        {
            Columns =
                KeptColumns.Code
                | KeptColumns.Received
                | KeptColumns.Finished
                | KeptColumns.Status
                | KeptColumns.Channel
                | KeptColumns.Level
                | KeptColumns.Field,
        };
        Encoding
            .UTF8.GetString(ExportCsv.Render(upload))
            .TrimStart('\uFEFF')
            .ReplaceLineEndings("\n")
            .ShouldBe(
                """
                Mã hồ sơ;Lĩnh vực;Hình thức nộp;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Mức độ DVC
                000.19.05.H20-220110-0002;Đất đai, môi trường;Trực tuyến;10/01/2022;12/01/2022;Đã xử lý xong;4
                000.19.05.H20-220110-0001;Đất đai, môi trường;Qua mạng;10/01/2022 08:15:00;12/01/2022 17:45:00;Đã xử lý xong;Toàn trình

                """
            );
        ExportCsv.FileName(upload with { Number = 2 }).ShouldBe("ho-so-lan2-12.01.2022.csv");
    }

    [Fact]
    public void The_same_lines_make_the_same_file_whenever_they_are_sent()
    {
        var upload = ExportCsv.Sealed(Upload("2022-01-12", Dossier()));
        var again = upload with { AsOf = Day("2022-01-13"), UploadedAt = upload.UploadedAt + 1, Number = 9 };
        ExportCsv.Sealed(again).Sha256.ShouldBe(upload.Sha256);
        ExportCsv.Sealed(upload with { Lines = [] }).Sha256.ShouldNotBe(upload.Sha256);
    }

    [Fact]
    public void Nothing_that_is_generated_would_be_refused_at_the_door()
    {
        foreach (var quarter in Enumerable.Range(0, 200).Select(DeskQuarters.Make))
        {
            var register = new UnitRegister(UnitCsv.Parse(quarter.UnitsCsv));
            quarter.Uploads.Select(upload => (upload.Code, ExportCsv.FileName(upload))).ShouldBeUnique();
            quarter.Uploads.Where(upload => WouldBeRefused(upload, register)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Its_units_and_targets_can_be_imported()
    {
        foreach (var quarter in Enumerable.Range(0, 200).Select(DeskQuarters.Make))
        {
            Target
                .ParseCsv(quarter.TargetsCsv)
                .Select(target => target.ToString())
                .ShouldBe(quarter.Targets.Select(target => target.AsImported().ToString()), ignoreOrder: true);
        }
    }

    private static bool WouldBeRefused(NaiveUpload upload, UnitRegister register)
    {
        var uploadDay = DateOnly.FromDateTime(new DateTime(upload.UploadedAt).AddHours(7));
        var decides = KeptColumns.Status | KeptColumns.Finished | KeptColumns.Returned;
        return upload.AsOf > uploadDay
            || register.HolderOn(upload.Code, upload.AsOf)?.Id != upload.Unit
            || (upload.Columns & decides) == KeptColumns.None
            || upload.Lines.Any(line =>
                line.Received > uploadDay
                || line.Finished > uploadDay
                || line.Returned > uploadDay
                || line.Finished < line.Received
                || line.Returned < line.Received
            );
    }
}
