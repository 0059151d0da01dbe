using System.Text;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>A desk whose file was refused, held back or taken in only partly hears of it by mail, once per upload.</summary>
public sealed class ReceiptToSenderTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2022, 3, 24);
    private static readonly string Good = Desk.Line(Day, 1, "Trực tuyến");
    private static readonly string Bad = Good.Replace("24/03/2022", "31/02/2022", StringComparison.Ordinal);
    private readonly MailShop shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task One_that_was_partly_taken_in_tells_what_was_wrong_where_and_what_to_do_with_the_list_attached()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = await WithAddressAsync(shop.Sending(server));
        await PutAsync("29956", "ho-so-2022-03-24.csv", Desk.Csv(Good, Desk.Line(Day, 2, "Trực tiếp"), Bad));

        (await TakeInAsync(pipeline, "29956/ho-so-2022-03-24.csv")).Outcome.ShouldBe(Outcome.Partly);

        var mail = (await MailsAsync(pipeline)).ShouldHaveSingleItem();
        mail.Id.ShouldStartWith("receipt-29956-2022-");
        mail.Subject.ShouldStartWith(
            "Tệp số liệu chỉ được nhận một phần: Xã Thường Phước 1, nhận ngày 24 tháng 3 năm 2022"
        );
        mail.Text.ShouldContain("Dòng 4, cột Ngày tiếp nhận: ");
        mail.Text.ShouldContain("Gửi lại tệp đã sửa với đúng tên cũ");
        await MailShop.SendAsync(pipeline, mail.Id);
        var sent = (await server.MessagesAsync(1)).Single();
        sent.To.ShouldBe([MailedOffice.Commune]);
        var list = (MimeKit.MimePart)sent.Message.Attachments.Single();
        list.FileName.ShouldBe("Danh sách lỗi.csv");
        using var content = new MemoryStream();
        list.Content!.DecodeTo(content);
        Encoding.UTF8.GetString(content.ToArray()).ShouldContain("lỗi,4,Ngày tiếp nhận,");
    }

    [Theory]
    [InlineData("a;b;c\r\n1;2;3", Outcome.Quarantined, "được tạm giữ, chưa tính")]
    [InlineData("", Outcome.Refused, "bị từ chối")]
    public async Task Refused_or_held_back_the_desk_hears_once_however_often_it_is_taken_in(
        string content,
        Outcome outcome,
        string words
    )
    {
        await using var pipeline = await WithAddressAsync(shop.Pipeline());
        await PutAsync("29956", "x-2022-03-24.csv", Encoding.UTF8.GetBytes(content));

        for (var time = 0; time < 3; time++)
            (await TakeInAsync(pipeline, "29956/x-2022-03-24.csv")).Outcome.ShouldBe(outcome);
        (await MailsAsync(pipeline)).ShouldHaveSingleItem().Text.ShouldContain(words);

        // The same name with another content is another upload.
        await PutAsync("29956", "x-2022-03-24.csv", Encoding.UTF8.GetBytes(content + " "));
        await TakeInAsync(pipeline, "29956/x-2022-03-24.csv");
        (await MailsAsync(pipeline)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whatever_breaks_off_in_between_the_desk_hears_exactly_once()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = await WithAddressAsync(shop.Sending(server));
        for (var survives = 1; ; survives++)
        {
            var file = $"chet-{survives}-2022-03-24.csv";
            var name = $"29956/{file}";
            await PutAsync("29956", file, Desk.Csv(Good, Bad));
            var died = await DiesAsync(server, survives, name);
            await TakeInAsync(pipeline, name);
            var mails = await MailsAsync(pipeline);
            mails.Count.ShouldBe(survives, $"died after {survives} requests");
            mails.Select(mail => mail.Text).ShouldContain(text => text.Contains(file, StringComparison.Ordinal));
            if (!died)
                break;
            survives.ShouldBeLessThan(60);
        }
    }

    [Fact]
    public async Task Nobody_is_written_to_of_a_file_that_was_taken_in_or_that_was_shown_its_receipt_or_without_an_address()
    {
        await using var pipeline = await WithAddressAsync(shop.Pipeline());
        await PutAsync("29956", "tot-2022-03-24.csv", Desk.Csv(Good));
        (await TakeInAsync(pipeline, "29956/tot-2022-03-24.csv")).Outcome.ShouldBe(Outcome.Accepted);
        await PutAsync("29962", "x-2022-03-24.csv", "a;b;c"u8.ToArray());
        await TakeInAsync(pipeline, "29962/x-2022-03-24.csv");
        await PutAsync("00000", "x-2022-03-24.csv", "a;b;c"u8.ToArray());
        await TakeInAsync(pipeline, "00000/x-2022-03-24.csv");
        var attended = new IngestFile("29956", "sai-2022-03-24.csv", () => new MemoryStream("a;b;c"u8.ToArray()));
        await pipeline.GetRequiredService<IngestFiles>().IngestAsync([attended], _ => { }, default);
        await TakeInAsync(pipeline, "29956/sai-2022-03-24.csv");

        (await MailsAsync(pipeline)).ShouldBeEmpty();
    }

    private async Task<bool> DiesAsync(MailServer server, int survives, string name)
    {
        using var handler = new DyingHandler(survives);
        await using var doomed = shop.Pipeline(shop.Open(handler), MailShop.To(server));
        try
        {
            await doomed.GetRequiredService<TakeInExports>().TakeInAsync(name, default);
            return false;
        }
        catch (Exception died) when (died is DyingHandler.DeadException or AggregateException)
        {
            return true;
        }
    }

    private static async Task<ServiceProvider> WithAddressAsync(ServiceProvider pipeline)
    {
        await MailShop.GiveAddressAsync(pipeline, "29956", MailedOffice.Commune);
        return pipeline;
    }

    /// <summary>As a desk's own tool does.</summary>
    private async Task PutAsync(string unit, string file, byte[] content) =>
        await shop.Open()
            .Container(StoredNames.Exports)
            .GetBlobClient($"{unit}/{file}")
            .UploadAsync(
                BinaryData.FromBytes(content),
                new Azure.Storage.Blobs.Models.BlobUploadOptions
                {
                    Metadata = new Dictionary<string, string>
                    {
                        ["uploadedat"] = Desk.Evening(Day).ToString(System.Globalization.CultureInfo.InvariantCulture),
                    },
                }
            );

    private static async Task<Receipt> TakeInAsync(IServiceProvider pipeline, string name) =>
        (await pipeline.GetRequiredService<TakeInExports>().TakeInAsync(name, default))!;

    private static async Task<IReadOnlyList<StoredMail>> MailsAsync(IServiceProvider pipeline) =>
        await pipeline.GetRequiredService<OutboxTable>().ListAsync(null, default);
}
