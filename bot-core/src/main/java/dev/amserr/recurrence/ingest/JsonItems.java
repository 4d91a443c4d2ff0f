package dev.amserr.recurrence.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.amserr.text.BrokenJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body that holds one JSON object, an array of them, or one a line (NDJSON).
 *
 * @param <T> what is made of an object
 */
final class JsonItems<T> {

  private static final JsonFactory JSON = new JsonFactory();

  private final String what;
  private final Function<RawItem, @Nullable T> making;
  private final List<T> items = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private int index;

  private JsonItems(String what, Function<RawItem, @Nullable T> making) {
    this.what = what;
    this.making = making;
  }

  /**
   * Reads a body.
   *
   * @param what an item is called
   * @param making makes something of an item, null or not if the item has a problem
   */
  static <T> Intake<T> read(byte[] body, String what, Function<RawItem, @Nullable T> making) {
    JsonItems<T> reading = new JsonItems<>(what, making);
    try {
      return reading.read(body);
    } catch (JsonProcessingException broken) {
      return new Intake.Unreadable<>(BrokenJson.sentence(broken));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Intake<T> read(byte[] body) throws IOException {
    int start = skipBlank(body, 0);
    if (start == body.length) {
      return new Intake.Unreadable<>(
          "The body is empty; send a JSON object, an array, or one object a line.");
    }
    int lineEnd = lineEnd(body, start);
    if (body[start] == '{' && skipBlank(body, lineEnd) < body.length) {
      if (isWhole(body, start, lineEnd) || !isWhole(body, start, body.length)) {
        return lines(body, start);
      }
    }
    return document(body);
  }

  private Intake<T> document(byte[] body) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          take(parser);
        }
      } else {
        take(parser);
      }
      if (parser.nextToken() != null) {
        return new Intake.Unreadable<>("There is more in the body after the end of the JSON.");
      }
      return new Intake.Understood<>(items, rejected);
    }
  }

  private Intake<T> lines(byte[] body, int start) throws IOException {
    int from = start;
    while (from < body.length) {
      int end = lineEnd(body, from);
      if (skipBlank(body, from) < end) {
        line(body, from, end);
      }
      from = end + 1;
    }
    return new Intake.Understood<>(items, rejected);
  }

  private void line(byte[] body, int from, int end) throws IOException {
    int before = index;
    int good = items.size();
    try (JsonParser parser = JSON.createParser(body, from, end - from)) {
      parser.nextToken();
      take(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more on the line");
      }
    } catch (JsonProcessingException broken) {
      while (items.size() > good) {
        items.remove(items.size() - 1);
      }
      rejected.removeIf(rejection -> rejection.index() == before);
      rejected.add(new Rejection(before, "The line is no JSON object."));
      index = before + 1;
    }
  }

  private void take(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      rejected.add(new Rejection(index++, what + " is a JSON object."));
      return;
    }
    RawItem item = RawItem.read(parser);
    T made = making.apply(item);
    String problem = item.problem();
    if (problem == null && made != null) {
      items.add(made);
    } else {
      rejected.add(new Rejection(index, problem + "."));
    }
    index++;
  }

  private static boolean isWhole(byte[] body, int from, int end) throws IOException {
    try (JsonParser parser = JSON.createParser(body, from, end - from)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (JsonProcessingException broken) {
      return false;
    }
  }

  private static int skipBlank(byte[] body, int from) {
    int at = from;
    while (at < body.length && body[at] >= 0 && body[at] <= ' ') {
      at++;
    }
    return at;
  }

  private static int lineEnd(byte[] body, int from) {
    int at = from;
    while (at < body.length && body[at] != '\n') {
      at++;
    }
    return at;
  }
}
