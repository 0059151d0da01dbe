using Azure;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Tests.Laws;

public class InTurnTests
{
    [Fact]
    public async Task Who_fails_holds_up_nobody_and_is_told_at_the_end()
    {
        var done = new List<string>();
        var thrown = await Should.ThrowAsync<PartlyDoneException>(() =>
            InTurn.ForEachAsync(["29956", "29962", "29971"], unit => WorkAsync(unit, done))
        );
        done.ShouldBe(["29956", "29971"]);
        thrown.Message.ShouldBe("1 could not be done, the others were: 29962 is damaged");
    }

    [Fact]
    public async Task Work_made_of_such_work_goes_on_as_well()
    {
        var done = new List<string>();
        await Should.ThrowAsync<PartlyDoneException>(() =>
            InTurn.ForEachAsync<string[]>(
                [
                    ["29962"],
                    ["29956"],
                ],
                units => InTurn.ForEachAsync(units, unit => WorkAsync(unit, done))
            )
        );
        done.ShouldBe(["29956"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(503)]
    public async Task A_storage_that_does_not_answer_ends_it_at_once(int status)
    {
        var asked = 0;
        await Should.ThrowAsync<RequestFailedException>(() =>
            InTurn.ForEachAsync(
                [1, 2, 3],
                _ =>
                {
                    asked++;
                    throw new RequestFailedException(status, "no answer");
                }
            )
        );
        asked.ShouldBe(1);
    }

    private static Task WorkAsync(string unit, List<string> done)
    {
        if (unit == "29962")
            throw new InvalidDataException($"{unit} is damaged");
        done.Add(unit);
        return Task.CompletedTask;
    }
}
