package dev.amserr.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.SampleReplies;
import dev.amserr.command.SampleReplies.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every kind of reply. After a change that is meant: {@code
 * -Damserr.snapshots.record=true}, then look at the difference.
 */
class BlockKitSnapshotTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/amserr/slack/blockkit");

  static List<Sample> samples() {
    return SampleReplies.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_json_of_a_reply_is_as_recorded(Sample sample) throws IOException {
    Path file = FOLDER.resolve(sample.name().replace(' ', '-') + ".json");

    String json = Rendered.of(sample.reply()).json().toPrettyString() + "\n";

    if (Boolean.getBoolean("amserr.snapshots.record")) {
      Files.writeString(file, json);
    }
    assertThat(json).isEqualTo(Files.readString(file));
  }
}
