package dev.amserr.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Part;
import dev.amserr.notify.LoopbackPlatform;
import dev.amserr.notify.LoopbackPlatform.Answer;
import dev.amserr.notify.LoopbackPlatform.Request;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureUploadTest {

  private static final String ASK = "/api/files.getUploadURLExternal";
  private static final String BYTES = "/upload/1";
  private static final String NAME = "/api/files.completeUploadExternal";

  private static final Answer DONE = Answer.of(200, "application/json", "{\"ok\":true}");
  private static final Answer LIMITED =
      Answer.of(429, "application/json", "{\"ok\":false,\"error\":\"ratelimited\"}")
          .with("Retry-After", "0");
  private static final Answer DOWN = Answer.of(503, "text/html", "");

  @Test
  void what_slack_limits_or_cannot_do_now_is_tried_again() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> DONE)) {
      Iterator<Answer> answers =
          List.of(LIMITED, DOWN, place(slack), DONE, LIMITED, DONE).iterator();
      slack.react(request -> answers.next());

      add(slack);

      assertThat(slack.requests())
          .extracting(Request::path)
          .containsExactly(ASK, ASK, ASK, BYTES, NAME, NAME);
    }
  }

  @Test
  void it_is_given_up_after_three_repeats() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> LIMITED)) {
      add(slack);

      assertThat(slack.requests()).extracting(Request::path).containsExactly(ASK, ASK, ASK, ASK);
    }
  }

  @Test
  void a_pause_of_half_a_minute_is_not_waited_for() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> LIMITED.with("Retry-After", "30"))) {
      add(slack);

      assertThat(slack.requests()).hasSize(1);
    }
  }

  private static Answer place(LoopbackPlatform slack) {
    return Answer.of(
        200,
        "application/json",
        "{\"ok\":true,\"upload_url\":\"" + slack.url() + "upload/1\",\"file_id\":\"F1\"}");
  }

  private static void add(LoopbackPlatform slack) {
    SlackHttp http = new SlackHttp(Duration.ofSeconds(30));
    WebApi api = new WebApi(http, slack.url().resolve("api/"), "xoxb-token");
    Part.Image image =
        new Part.Image("chart-12", "Errors a day", new Part.Image.Drawn(() -> new byte[3]));
    new PictureUpload(api, http, Duration.ofMillis(1)).add(image, "C0123456789", "1773063000.1");
  }
}
