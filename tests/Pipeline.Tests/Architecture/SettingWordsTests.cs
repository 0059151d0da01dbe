using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Tests.Architecture;

/// <summary>Whoever sets something wrongly is told in Vietnamese which setting it is, and what it may be.</summary>
public class SettingWordsTests
{
    [Theory]
    [InlineData("Review:DaysAfterClose", "0", "Review:DaysAfterClose phải từ 1 đến 60.")]
    [InlineData("Review:FirstPeriod", "Q1/2022", "Review:FirstPeriod phải là một quý, ví dụ 2022-Q1.")]
    [InlineData(
        "Reports:NameUnitsInNews",
        "có",
        "Reports:NameUnitsInNews là \"có\"; ghi true hoặc false, hoặc bỏ hẳn thiết lập này."
    )]
    [InlineData(
        "Web:PageTimeout",
        "hai phút",
        "Web:PageTimeout là \"hai phút\"; ghi khoảng thời gian dạng 00:01:30, hoặc bỏ hẳn thiết lập này."
    )]
    [InlineData("Web:PageTryTimeout", "00:05:00", "Web:PageTryTimeout không được dài hơn Web:PageTimeout.")]
    [InlineData("Web:UserAgent", "", "Web:UserAgent không được để trống.")]
    [InlineData("Intake:MostProcedures", "0", "Intake:MostProcedures phải từ 1 đến 10000.")]
    public void Each_section_says_what_is_wrong_with_it(string key, string value, string words)
    {
        using var services = With(key, value);

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate())
            .Message.ShouldBe(words);
    }

    [Fact]
    public void A_scheme_that_is_none_is_told() =>
        Should
            .Throw<OptionsValidationException>(() => With("Scheme", "năm"))
            .Message.ShouldBe("Scheme là \"năm\"; ghi statutory hoặc calendar, hoặc bỏ hẳn thiết lập này.");

    private static ServiceProvider With(string key, string value) =>
        new ServiceCollection()
            .AddLogging()
            .AddPipeline(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build())
            .BuildServiceProvider();
}
