package dev.amserr.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.SampleReplies.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON that is sent for each kind of reply, as it was last looked at. Recorded anew by {@code
 * -Dsnapshots.record=true}; look at the difference before you commit it.
 */
class SnapshotsTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "snapshots");

  static Stream<Sample> samples() {
    return SampleReplies.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_json_is_the_one_that_was_looked_at(Sample sample) throws IOException {
    JsonNode message = Rendering.json(sample.reply());
    String json = Rendering.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(message);
    Path file = FOLDER.resolve(sample.name().replace(' ', '-') + ".json");

    if (Boolean.getBoolean("snapshots.record")) {
      Files.writeString(file, json.replace("\r\n", "\n") + "\n");
    }

    assertThat(Rendering.JSON.readTree(Files.readString(file))).isEqualTo(message);
  }
}
