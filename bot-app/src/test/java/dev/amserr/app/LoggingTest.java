package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggingTest {

  @Test
  void a_line_of_the_json_log_is_one_object_with_message_cause_and_request() throws Exception {
    LoggerContext context = new LoggerContext();
    JsonEncoder encoder = Logging.json(context);
    Logger logger = context.getLogger("dev.amserr.app.Bot");
    LoggingEvent event =
        new LoggingEvent(
            "here",
            logger,
            Level.ERROR,
            "Posting to {} failed\nand more",
            new IllegalStateException("no answer"),
            new Object[] {"ops"});
    event.setMDCPropertyMap(Map.of("request", "r-17"));

    String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

    assertThat(line).endsWith("\n").hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("level").asText()).isEqualTo("ERROR");
    assertThat(json.get("loggerName").asText()).isEqualTo("dev.amserr.app.Bot");
    assertThat(json.get("formattedMessage").asText()).isEqualTo("Posting to ops failed\nand more");
    assertThat(json.get("mdc").get("request").asText()).isEqualTo("r-17");
    assertThat(json.get("throwable").get("message").asText()).isEqualTo("no answer");
    assertThat(json.get("timestamp").isNumber()).isTrue();
  }
}
