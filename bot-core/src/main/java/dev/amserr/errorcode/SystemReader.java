package dev.amserr.errorcode;

import dev.amserr.command.reply.Link;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the head of a catalog file says of its system. */
final class SystemReader {

  /** Puts a team's own systems before all others and keeps their order among themselves. */
  private static final int TEAM_FIRST = -1_000_000;

  private static final int MIDDLE_RANK = 500;

  private final Map<String, ErrorSystem> known;
  private final boolean team;

  /**
   * @param known systems whose files give what is not said here
   * @param team whether the files are a team's own
   */
  SystemReader(Map<String, ErrorSystem> known, boolean team) {
    this.known = Map.copyOf(known);
    this.team = team;
  }

  boolean extendsKnown(ErrorSystem system) {
    return known.containsKey(system.id());
  }

  /** Empty where id or title is missing or wrong, which is then reported. */
  Optional<ErrorSystem> read(Section top) {
    Optional<String> id =
        top.required("id", "the id of the system")
            .flatMap(
                value -> value.as(SystemReader::id, "lower-case letters, digits, dots and dashes"));
    @Nullable ErrorSystem base = id.map(known::get).orElse(null);
    Optional<String> title =
        base == null
            ? top.required("title", "a title for people").map(Value::text)
            : Optional.of(top.text("title", base.title()));
    NumberSpace numbers =
        EntryReader.numbers(top).orElse(base == null ? NumberSpace.INTEGER : base.numbers());
    int rank = top.value("rank").flatMap(value -> value.integer(1, 999_999)).orElse(MIDDLE_RANK);
    boolean pinnedOnly =
        top.value("pinnedOnly").flatMap(Value::flag).orElse(base != null && base.pinnedOnly());
    Source source =
        top.section("source")
            .flatMap(SystemReader::source)
            .orElse(new Source(top.position().file(), ""));
    top.sections("sources").forEach(SystemReader::source);
    List<String> aliases = top.texts("aliases");
    @Nullable String owner =
        top.value("owner").map(Value::text).orElse(base == null ? null : base.owner());
    if (id.isEmpty() || title.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ErrorSystem(
            id.get(),
            title.get(),
            aliases,
            team ? TEAM_FIRST + rank : rank,
            owner,
            numbers,
            pinnedOnly,
            source));
  }

  /** Where something is documented. */
  static Optional<Source> source(Section section) {
    Optional<Value> title = section.required("title", "the title of the source");
    String url =
        section
            .value("url")
            .flatMap(value -> value.as(SystemReader::web, "a URL of http or https"))
            .orElse("");
    section.value("date");
    section.rejectOthers();
    return title.map(text -> new Source(text.text(), url));
  }

  private static Optional<String> web(String text) {
    try {
      return Optional.of(Link.to("source", text).url().toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> id(String text) {
    return ErrorSystem.isId(text) ? Optional.of(text) : Optional.empty();
  }
}
