package dev.amserr.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.TestBot;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.oncall.command.OnCallCommands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnCallFeedApiTest {

  @Test
  void the_command_that_gives_the_key_is_one(@TempDir Path folder) throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      JsonNode feed =
          new ObjectMapper()
              .readTree(bot.get("/openapi.json").body())
              .path("paths")
              .path("/oncall/{team}.ics");

      List<String> named =
          Pattern.compile("/oncall ([a-z]+)")
              .matcher(feed.toString())
              .results()
              .map((MatchResult found) -> found.group(1))
              .toList();
      assertThat(named).hasSize(1);
      assertThat(OnCallCommands.declaration().subcommands())
          .extracting(SubcommandSpec::name)
          .containsAll(named);
    }
  }
}
