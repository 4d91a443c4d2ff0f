package dev.amserr.app.oncall;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.jspecify.annotations.Nullable;

/**
 * An iCalendar document: its events, and its definitions of zones as lines.
 *
 * @param zones by TZID
 */
record IcsDocument(List<IcsEvent> events, Map<String, List<IcsProperty>> zones) {

  /** The most events of a document. */
  static final int MOST_EVENTS = 5_000;

  private static final Pattern FOLD = Pattern.compile("\n[ \t]");

  IcsDocument {
    events = List.copyOf(events);
    zones = Map.copyOf(zones);
  }

  /**
   * Reads a document.
   *
   * @throws UnreadableEventException if it is no iCalendar document, or too large a one
   */
  static IcsDocument parse(String text) throws UnreadableEventException {
    Collector collector = new Collector();
    try {
      new CalendarParserImpl().parse(new StringReader(unfolded(text)), collector);
    } catch (TooManyEvents e) {
      throw new UnreadableEventException("it has more than " + MOST_EVENTS + " events");
    } catch (ParserException e) {
      throw new UnreadableEventException("line " + e.getLineNo() + " is not iCalendar");
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableEventException("it is not iCalendar");
    }
    return new IcsDocument(collector.events, collector.zones);
  }

  /** Whole lines, whatever the line ends were (RFC 5545, section 3.1). */
  private static String unfolded(String text) {
    String lines = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return FOLD.matcher(lines.replace("\r\n", "\n").replace('\r', '\n'))
        .replaceAll("")
        .replace("\n", "\r\n");
  }

  private static final class TooManyEvents extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Takes what the parser finds; of nested components only those of a zone are kept. */
  private static final class Collector implements ContentHandler {

    private final List<IcsEvent> events = new ArrayList<>();
    private final Map<String, List<IcsProperty>> zones = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<IcsProperty> lines = new ArrayList<>();
    private String name = "";
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private @Nullable String value;

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(String component) {
      open.push(upper(component));
      if (open.size() == 1) {
        lines.clear();
      } else if (open.peekLast().equals("VTIMEZONE")) {
        lines.add(new IcsProperty("BEGIN", Map.of(), upper(component)));
      }
    }

    @Override
    public void endComponent(String component) {
      String closed = open.pop();
      if (!open.isEmpty()) {
        if (open.peekLast().equals("VTIMEZONE")) {
          lines.add(new IcsProperty("END", Map.of(), closed));
        }
      } else if (closed.equals("VEVENT")) {
        if (events.size() == MOST_EVENTS) {
          throw new TooManyEvents();
        }
        events.add(new IcsEvent(lines));
      } else if (closed.equals("VTIMEZONE")) {
        lines.stream()
            .filter(line -> line.name().equals("TZID"))
            .findFirst()
            .ifPresent(id -> zones.put(id.value().strip(), List.copyOf(lines)));
      }
    }

    @Override
    public void startProperty(String property) {
      name = upper(property);
      parameters.clear();
      value = null;
    }

    @Override
    public void parameter(String parameter, String given) {
      parameters.put(upper(parameter), given);
    }

    @Override
    public void propertyValue(String given) {
      value = given;
    }

    @Override
    public void endProperty(String property) {
      boolean kept =
          (open.size() == 1 && open.peek().equals("VEVENT"))
              || (!open.isEmpty() && open.peekLast().equals("VTIMEZONE"));
      if (kept && value != null) {
        lines.add(new IcsProperty(name, parameters, value));
      }
    }

    private static String upper(String text) {
      return text.toUpperCase(Locale.ROOT);
    }
  }
}
