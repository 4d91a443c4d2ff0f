package dev.amserr.slack.outbound;

import dev.amserr.command.reply.Part;
import dev.amserr.slack.blockkit.MessageJson;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a drawn picture into the thread of a message, in Slack's three steps: ask for an address,
 * post the bytes there, name the thread. Needs the scope {@code files:write}. What Slack limits or
 * can't do now is tried again for some seconds. A picture that fails is logged; the message says in
 * words what it shows.
 */
final class PictureUpload {

  private static final Logger LOG = LoggerFactory.getLogger(PictureUpload.class);

  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final WebApi api;
  private final SlackHttp http;
  private final Duration backOff;
  private final MessageJson json = new MessageJson();

  PictureUpload(WebApi api, SlackHttp http) {
    this(api, http, BACK_OFF);
  }

  PictureUpload(WebApi api, SlackHttp http, Duration backOff) {
    this.api = api;
    this.http = http;
    this.backOff = backOff;
  }

  /** Adds the picture below the message; never throws, because the message stands already. */
  void add(Part.Image image, String channel, String message) {
    try {
      upload(image, channel, message)
          .ifPresent(problem -> LOG.warn("The picture {} is missing: {}", image.id(), problem));
    } catch (RuntimeException failure) {
      LOG.warn("The picture {} is missing", image.id(), failure);
    }
  }

  /** What went wrong; empty if the picture stands there. */
  private Optional<String> upload(Part.Image image, String channel, String message) {
    byte[] png = image.source().fold(remote -> new byte[0], drawn -> drawn.png().get());
    Map<String, String> file =
        Map.of(
            "filename", image.id() + ".png",
            "length", Integer.toString(png.length),
            "alt_txt", image.alt());
    Patience patience = new Patience(backOff);
    return patience
        .call(() -> api.form("files.getUploadURLExternal", file))
        .fold(
            place -> {
              URI address = URI.create(place.answer().path("upload_url").asText());
              String id = place.answer().path("file_id").asText();
              return bytes(address, png).or(() -> complete(patience, image, id, channel, message));
            },
            failed -> Optional.of(failed.reason()));
  }

  private Optional<String> bytes(URI address, byte[] png) {
    return http.post(address, "application/octet-stream", png, Map.of())
        .join()
        .fold(
            answer ->
                answer.status() == 200
                    ? Optional.empty()
                    : Optional.of("Slack answered " + answer.status() + " to the bytes."),
            notSent -> Optional.of(notSent.reason()),
            noAnswer -> Optional.of(noAnswer.reason()));
  }

  private Optional<String> complete(
      Patience patience, Part.Image image, String id, String channel, String message) {
    String body =
        json.write(
            Map.of(
                "files", List.of(Map.of("id", id, "title", image.alt())),
                "channel_id", channel,
                "thread_ts", message));
    return patience
        .call(() -> api.json("files.completeUploadExternal", body))
        .fold(done -> Optional.empty(), failed -> Optional.of(failed.reason()));
  }
}
