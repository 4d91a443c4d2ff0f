package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "&amp;H8088002E = &H8088002E",
        "&lt;ErrorCode&gt;0x1&lt;/ErrorCode&gt; = <ErrorCode>0x1</ErrorCode>",
        "&amp;lt;tag&amp;gt; = &lt;tag&gt;",
        "&quot;x&quot; = &quot;x&quot;",
        "a < b = a < b",
        "'see <https://example.com/0x8088002E>' = see https://example.com/0x8088002E",
        "'<http://example.com|example.com>' = example.com",
        "'<tel:538968468|538968468>' = 538968468",
        "'<mailto:a@b.example|a@b.example>' = a@b.example",
        "'<https://x.example/?a&amp;b|the log>' = the log https://x.example/?a&b",
        "'<@U0000001|ana> and <@U0000002>' = <@U0000001> and <@U0000002>",
        "'<#C0000001|general> <#C0000002|> <#C0000003>' = '#general #C0000002 #C0000003'",
        "'<!here> <!subteam^S1|@video>' = @here @video",
        "'<!date^1392734382^{date}|2014-02-18>' = 2014-02-18",
        "'$1 \\0' = '$1 \\0'",
      })
  void text_becomes_what_was_written(String sent, String written) {
    assertThat(SlackText.written(sent)).isEqualTo(written);
  }
}
