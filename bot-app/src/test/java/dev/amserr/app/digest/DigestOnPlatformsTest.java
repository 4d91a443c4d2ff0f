package dev.amserr.app.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.chart.XChartRenderer;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Reply;
import dev.amserr.digest.DigestComposer;
import dev.amserr.digest.DigestPart;
import dev.amserr.digest.DigestSnapshot;
import dev.amserr.digest.SampleDigests;
import dev.amserr.discord.render.ReplyRenderer;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.blockkit.MessageJson;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests as the platforms get them: neither has to leave out more than the composer did. */
class DigestOnPlatformsTest {

  private static final ReaderTime TIME =
      new ReaderTime(ZoneId.of("Europe/Berlin"), SampleDigests.NINE);
  private static final Pattern MORE = Pattern.compile("and ([0-9,]+) more");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DigestComposer composer =
      new DigestComposer(
          run -> Optional.of(URI.create("https://bot.example/digests/" + run)),
          new XChartRenderer());

  @ParameterizedTest
  @ValueSource(ints = {1, 45, 100, 500, 2000})
  void slack_shows_every_line_and_counts_what_the_composer_counted(int lines) throws Exception {
    DigestSnapshot snapshot = SampleDigests.of(lines);

    for (DigestPart part : composer.parts(snapshot)) {
      JsonNode message =
          JSON.readTree(
              new MessageJson()
                  .message(
                      Map.of(),
                      new BlockKitRenderer(id -> Optional.empty()).render(part.content(), TIME)));

      assertShown(part, message.path("blocks").toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 45, 100, 500, 2000})
  void discord_shows_every_line_and_counts_what_the_composer_counted(int lines) throws Exception {
    DigestSnapshot snapshot = SampleDigests.of(lines);

    for (DigestPart part : composer.parts(snapshot)) {
      String message =
          new ReplyRenderer().render(part.content(), TIME).toCreate().toData().toString();

      assertShown(part, message);
    }
  }

  private static void assertShown(DigestPart part, String message) {
    List<String> codes =
        part.series().stream()
            .map(id -> String.format(Locale.ROOT, "0x%08X", 0x20200000 + id))
            .toList();
    assertThat(message).contains(codes);
    assertThat(more(message)).as("left out").isEqualTo(leftOut(part.content()));
  }

  private static long leftOut(Reply reply) {
    return reply.cards().stream()
        .flatMap(card -> card.parts().stream())
        .filter(Part.Bullets.class::isInstance)
        .mapToLong(bullets -> ((Part.Bullets) bullets).more())
        .sum();
  }

  private static long more(String message) {
    Matcher more = MORE.matcher(message);
    long sum = 0;
    while (more.find()) {
      sum += Long.parseLong(more.group(1).replace(",", ""));
    }
    return sum;
  }
}
