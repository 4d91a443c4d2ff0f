package dev.amserr.app.config;

import dev.amserr.digest.CronExpression;
import dev.amserr.digest.DigestFilter;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.OnMissed;
import dev.amserr.digest.Sensitivity;
import dev.amserr.recurrence.StateKind;
import dev.amserr.yaml.Value;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code digests}. */
final class DigestReader {

  private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(5);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(400);
  private static final int MOST_COUNT = 1_000_000_000;

  /** What stands for a name or a cron that is wrong: nobody sees it, as the file is refused. */
  private static final String NO_NAME = "refused";

  private static final String NO_CRON = "0 0 * * *";

  private static final Pattern NAME = Pattern.compile("[a-z][-a-z0-9]{0,39}");

  private final ZoneId defaultZone;
  private final Set<String> destinations;
  private final References references;

  /**
   * A reader.
   *
   * @param destinations the names of those that there are
   */
  DigestReader(ZoneId defaultZone, Set<String> destinations, References references) {
    this.defaultZone = defaultZone;
    this.destinations = destinations;
    this.references = references;
  }

  /** What there is where nothing is said of digests: one a day. */
  List<DigestSchedule> standard() {
    String[] destinations = usual().toArray(String[]::new);
    return List.of(DigestSchedule.of("daily", "0 9 * * *", defaultZone, destinations));
  }

  List<DigestSchedule> read(List<Keys> entries) {
    List<DigestSchedule> digests = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Keys entry : entries) {
      Optional<Value> nameValue = entry.value("name");
      Optional<String> name = name(entry);
      name.filter(n -> !names.add(n))
          .flatMap(n -> nameValue)
          .ifPresent(value -> value.reject("a name of its own; another digest has it"));
      Optional<String> cron = entry.cron(entry.section().required("cron", CronText.EXPECTED));
      DigestSchedule digest =
          new DigestSchedule(
              name.orElse(NO_NAME),
              CronExpression.of(cron.orElse(NO_CRON)),
              entry.zone("zone", defaultZone),
              entry
                  .duration(
                      "window",
                      SHORTEST_WINDOW,
                      LONGEST_WINDOW,
                      "a duration from 5m to 400d, such as 24h or 7d")
                  .orElse(null),
              filter(entry.keys("filters")),
              destinations(entry),
              entry.oneOf("onMissed", OnMissed.class, OnMissed.COMBINE),
              entry.flag("sendIfEmpty", false),
              entry.oneOf("sensitivity", Sensitivity.class, Sensitivity.NORMAL));
      entry.rejectOthers();
      digests.add(digest);
    }
    return digests;
  }

  private static Optional<String> name(Keys entry) {
    return entry
        .section()
        .required("name", "a name, for /digest preview NAME")
        .flatMap(
            value ->
                value.as(
                    text -> NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                    "1 to 40 of a-z, 0-9 and \"-\", a letter first"));
  }

  private List<String> destinations(Keys entry) {
    if (!entry.section().has("destinations")) {
      return usual();
    }
    entry
        .section()
        .values("destinations")
        .forEach(v -> references.add(References.Kind.DESTINATION, v));
    return entry.items("destinations", Optional::of, "a destination's name");
  }

  /** Where a digest goes that does not say it: to the webhook of the environment, if to any. */
  private List<String> usual() {
    return destinations.contains(DestinationReader.FROM_ENVIRONMENT)
        ? List.of(DestinationReader.FROM_ENVIRONMENT)
        : List.of();
  }

  private DigestFilter filter(Keys filters) {
    filters.section().values("systems").forEach(v -> references.add(References.Kind.SYSTEM, v));
    filters.section().values("owners").forEach(v -> references.add(References.Kind.TEAM, v));
    DigestFilter read =
        new DigestFilter(
            names(filters, "systems"),
            names(filters, "sources"),
            names(filters, "owners"),
            filters.anyOf("states", StateKind.class),
            filters.integer("minCount", 0, MOST_COUNT, 0));
    filters.rejectOthers();
    return read;
  }

  private static Set<String> names(Keys keys, String key) {
    return new LinkedHashSet<>(keys.items(key, Optional::of, "a name"));
  }
}
