package dev.amserr.recurrence.command;

import dev.amserr.command.Invocation;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.ResolvedCode;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesResolver;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the series that a code and a source mean, or says that there are none. {@code series#42} is
 * the series of that number, whatever its code.
 */
final class SeriesLookup {

  static final String CODE = "code";
  static final String SOURCE = "source";
  static final String SYSTEM = "system";

  private static final Pattern NUMBER = Pattern.compile("series#([1-9][0-9]{0,17})");

  private final OccurrenceStore store;
  private final SeriesResolver resolver;

  SeriesLookup(OccurrenceStore store, SeriesResolver resolver) {
    this.store = store;
    this.resolver = resolver;
  }

  /** Goes on with the series of the options, the latest seen first. */
  Reply with(Invocation call, Function<List<Series>, Reply> then) {
    String text = call.options().requiredText(CODE).strip();
    Optional<String> system = call.options().text(SYSTEM);
    List<Series> all = system.map(pin -> pinned(text, pin)).orElseGet(() -> find(text));
    if (all.isEmpty()) {
      return warning(
          "No occurrences of " + text,
          "Nobody has reported it. /errors top lists what was reported; /amserr "
              + text
              + " says what it means.");
    }
    List<Series> found =
        call.options()
            .text(SOURCE)
            .map(source -> all.stream().filter(s -> s.key().source().equals(source)).toList())
            .orElse(all);
    return found.isEmpty()
        ? warning(
            "No occurrences of " + text + " from there",
            "It was reported by "
                + String.join(", ", all.stream().map(s -> s.key().source()).toList())
                + ".")
        : then.apply(found);
  }

  /** As it is shown first: the text of a series that did not decode may look like a code. */
  private List<Series> find(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return store.series(List.of(Long.parseLong(number.group(1))));
    }
    List<Series> literally = store.find("", text);
    if (!literally.isEmpty()) {
      return literally;
    }
    return resolver.meanings(text).stream()
        .map(code -> store.find(code.system(), code.code()))
        .filter(series -> !series.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** As who reports it with a system would have it counted. */
  private List<Series> pinned(String text, String system) {
    ResolvedCode code = resolver.resolve(text, system);
    return store.find(code.system(), code.code());
  }

  static Reply warning(String title, String text) {
    return Reply.of(Card.titled(title).tone(Tone.WARNING).text(text).build());
  }
}
