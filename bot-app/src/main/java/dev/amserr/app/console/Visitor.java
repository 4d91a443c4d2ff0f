package dev.amserr.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.command.Actor;
import dev.amserr.command.Origin;
import dev.amserr.command.Place;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.render.ReplyJson;
import dev.amserr.command.reply.Reply;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Whoever uses the console: as whom they act, and how they read.
 *
 * @param actor as whom, asked at every request
 * @param zone the bot's, for readers whose own is not known
 */
public record Visitor(Supplier<Actor> actor, ZoneId zone, Clock clock) {

  private static final String PLATFORM = "console";
  private static final Place PLACE = new Place(PLATFORM, PLATFORM, "");
  private static final ReplyJson REPLIES = new ReplyJson(id -> "/charts/" + id + ".png");

  /** Who asks, where and when. */
  Origin origin(Request request, JsonNode json) {
    return new Origin(
        actor.get(),
        PLACE,
        zone(json.path("zone").asText("")),
        locale(json.path("locale").asText("")),
        clock.instant(),
        request.id());
  }

  /** An object in the body; everything that the console sends is one. */
  static JsonNode object(Request request) {
    JsonNode json = request.json();
    if (!json.isObject()) {
      throw new RequestRefused(400, "The body is not a JSON object.");
    }
    return json;
  }

  /** The reader's zone, if it is one. */
  public ZoneId zone(String name) {
    try {
      return name.isEmpty() ? zone : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return zone;
    }
  }

  /** A reply for a reader in a zone. */
  public ObjectNode render(Reply reply, ZoneId reader) {
    return REPLIES
        .render(reply, new ReaderTime(reader, clock.instant()))
        .put("placement", reply.placement().name().toLowerCase(Locale.ROOT));
  }

  private static Locale locale(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
  }
}
