package dev.amserr.app.config;

import dev.amserr.command.dispatch.RateLimit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code access}. */
final class AccessReader {

  private static final int MOST_CALLS = 10_000;
  private static final Pattern DISCORD_ID = Pattern.compile("[0-9]{1,20}");
  private static final Pattern SLACK_ID = Pattern.compile("[UW][A-Z0-9]{1,31}");

  private final Keys keys;
  private final References references;

  AccessReader(Keys keys, References references) {
    this.keys = keys;
    this.references = references;
  }

  AccessSettings read() {
    Keys operators = keys.keys("operators");
    AccessSettings.Members members = members(operators);
    operators.rejectOthers();
    AccessSettings access =
        new AccessSettings(members, roles(keys.keys("roles")), rateLimit(keys.keys("rateLimit")));
    keys.rejectOthers();
    return access;
  }

  private Map<String, AccessSettings.Role> roles(Keys section) {
    Map<String, AccessSettings.Role> roles = new LinkedHashMap<>();
    for (String name : section.section().keys()) {
      Keys entry = section.keys(name);
      roles.put(
          name,
          new AccessSettings.Role(
              entry.flag("everyone", false), entry.flag("roster", false), members(entry)));
      entry.rejectOthers();
    }
    return roles;
  }

  private AccessSettings.Members members(Keys entry) {
    entry.section().values("people").forEach(v -> references.add(References.Kind.PERSON, v));
    return new AccessSettings.Members(
        set(entry, "people", Optional::of, "a person of oncall.yaml"),
        set(
            entry,
            "discord",
            matching(DISCORD_ID),
            "the id of a Discord user or role, digits only"),
        set(
            entry,
            "slack",
            matching(SLACK_ID),
            "the id of a Slack member such as \"U0000001\", not of a user group"));
  }

  private static Function<String, Optional<String>> matching(Pattern pattern) {
    return text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private static Set<String> set(
      Keys entry, String key, Function<String, Optional<String>> parser, String expected) {
    return new LinkedHashSet<>(entry.items(key, parser, expected));
  }

  private static RateLimit rateLimit(Keys limit) {
    RateLimit rateLimit =
        new RateLimit(
            limit.integer("perMinute", 1, MOST_CALLS, RateLimit.DEFAULT.perMinute()),
            limit.integer("burst", 1, MOST_CALLS, RateLimit.DEFAULT.burst()));
    limit.rejectOthers();
    return rateLimit;
  }
}
