package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.slack.fake.FakeSlack;
import dev.amserr.slack.fake.InstalledBot;
import dev.amserr.slack.fake.RefusedRequestsContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not Slack's never reaches a command, to the second. */
class RefusedRequestsHttpTest extends RefusedRequestsContract {

  private Workspace workspace;

  @Override
  protected InstalledBot bot() {
    return workspace;
  }

  @BeforeEach
  void open() throws Exception {
    workspace = new Workspace();
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  @ParameterizedTest
  @CsvSource({"300, 200", "-300, 200", "301, 401", "-301, 401"})
  void five_minutes_either_way_are_the_limit(long seconds, int status) {
    FakeSlack.Response response =
        workspace.slack.signed(
            FakeSlack.COMMANDS,
            FakeSlack.form(workspace.slack.commandFields("/amserr", "404")),
            Duration.ofSeconds(seconds));

    assertThat(response.statusCode()).isEqualTo(status);
  }
}
