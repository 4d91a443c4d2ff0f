package dev.amserr.errorcode.command;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.errorcode.DecodedCode;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two codes side by side: what differs in a table, what is the same in a line. */
final class CodeDifference {

  private static final String NOTHING = "-";

  private final Decoding first;
  private final Decoding second;

  CodeDifference(Decoding first, Decoding second) {
    this.first = first;
    this.second = second;
  }

  Reply reply() {
    Optional<Reading> left = best(first);
    Optional<Reading> right = best(second);
    if (left.isEmpty()) {
      return notACode(first);
    }
    return right.isEmpty() ? notACode(second) : compare(left.get(), right.get());
  }

  private static Optional<Reading> best(Decoding decoding) {
    return decoding.codes().stream().findFirst().flatMap(DecodedCode::best);
  }

  private static Reply notACode(Decoding decoding) {
    Card.Builder card =
        Card.titled("No code in " + decoding.input())
            .tone(Tone.WARNING)
            .text("Both must be codes, such as: /codes diff 0x80070005 0x80070002");
    if (!decoding.suggestions().isEmpty()) {
      card.text("Did you mean " + String.join(", ", decoding.suggestions()) + "?");
    }
    return Reply.of(card.build());
  }

  private static Reply compare(Reading left, Reading right) {
    Map<String, String> a = properties(left);
    Map<String, String> b = properties(right);
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    List<List<Phrase>> rows = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (String name : names) {
      String one = a.getOrDefault(name, NOTHING);
      String other = b.getOrDefault(name, NOTHING);
      if (one.equals(other)) {
        same.add(name + " " + one);
      } else {
        rows.add(List.of(Phrase.of(name), Phrase.of(one), Phrase.of(other)));
      }
    }
    if (rows.isEmpty() && sameText(left, right)) {
      return Reply.of(
          Card.titled("Both are " + left.label())
              .tone(Tone.INFO)
              .text(left.system().title() + ", " + String.join(", ", same) + ".")
              .build());
    }
    Card.Builder card =
        Card.titled(left.label() + " and " + right.label())
            .tone(Tone.INFO)
            .part(
                new Part.Table(
                    List.of(
                        Part.Column.left(""),
                        Part.Column.left(left.label()),
                        Part.Column.left(right.label())),
                    rows,
                    0));
    meaning(card, left);
    meaning(card, right);
    if (!same.isEmpty()) {
      card.text("The same: " + String.join(", ", same) + ".");
    }
    return Reply.of(card.build()).shareable();
  }

  private static boolean sameText(Reading left, Reading right) {
    return left.label().equals(right.label());
  }

  private static void meaning(Card.Builder card, Reading reading) {
    if (reading.meaning() != null) {
      card.text(Phrase.empty().strong(reading.label()).plain(": " + reading.meaning()));
    }
  }

  private static Map<String, String> properties(Reading reading) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("system", reading.system().title());
    put(properties, "value", reading.value());
    if (reading.httpStatus() != 0) {
      properties.put("HTTP status", Integer.toString(reading.httpStatus()));
    }
    properties.putAll(reading.facts());
    properties.put("retry", reading.retry().key());
    put(properties, "owner", reading.owner());
    return properties;
  }

  private static void put(Map<String, String> properties, String name, @Nullable String value) {
    if (value != null) {
      properties.put(name, value);
    }
  }
}
