package dev.amserr.app.config;

import dev.amserr.notify.Channel;
import dev.amserr.notify.Destination;
import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Substitute;
import dev.amserr.yaml.Value;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code destinations}, and the one that the environment adds. */
final class DestinationReader {

  /** The name of the destination of {@code SLACK_WEBHOOK_URL}. */
  static final String FROM_ENVIRONMENT = "slack-webhook";

  private static final String VARIABLE = "SLACK_WEBHOOK_URL";
  private static final int DEFAULT_ALERTS_PER_HOUR = 6;
  private static final int MOST_ALERTS_PER_HOUR = 60;
  private static final Pattern DISCORD_ID = Pattern.compile("[0-9]{15,20}");
  private static final Pattern SLACK_ID = Pattern.compile("[CGD][A-Z0-9]{2,20}");

  /** What a destination can be. */
  private enum Kind {
    DISCORD_CHANNEL,
    SLACK_CHANNEL,
    SLACK_WEBHOOK
  }

  private final Keys keys;
  private final Variables variables;
  private final Problems problems;

  DestinationReader(Keys keys, Variables variables, Problems problems) {
    this.keys = keys;
    this.variables = variables;
    this.problems = problems;
  }

  /** By name, in the order of the file. What is wrong is there all the same if it has a channel. */
  Map<String, DestinationSettings> read() {
    Map<String, DestinationSettings> destinations = new LinkedHashMap<>();
    for (String name : keys.section().keys()) {
      section(name).flatMap(s -> destination(name, s)).ifPresent(d -> destinations.put(name, d));
    }
    Optional<String> fromOutside = variables.get(VARIABLE).value();
    if (fromOutside.isPresent() && !keys.section().keys().contains(FROM_ENVIRONMENT)) {
      Section added = withVariable(keys.section().sectionOrEmpty(FROM_ENVIRONMENT));
      destination(FROM_ENVIRONMENT, added).ifPresent(d -> destinations.put(FROM_ENVIRONMENT, d));
    }
    return destinations;
  }

  private Optional<Section> section(String name) {
    Position at = keys.section().positionOf(name);
    String path = keys.section().path() + "." + name;
    if (Keys.name(name).isEmpty()) {
      problems.add(
          at,
          path,
          "the name " + Problems.quote(name),
          "letters, digits, \"_\" and \"-\", at most 64");
    }
    Optional<Section> section =
        keys.section().isEmpty(name)
            ? Optional.of(keys.section().sectionOrEmpty(name))
            : keys.section().section(name);
    return section.map(found -> name.equals(FROM_ENVIRONMENT) ? withVariable(found) : found);
  }

  private Section withVariable(Section section) {
    Optional<String> url = variables.get(VARIABLE).value();
    if (url.isEmpty()) {
      return section;
    }
    Position from = variables.origin(VARIABLE);
    Section result = section.with("url", new Substitute(url.get(), Keys.CONCEALED), from);
    return result.has("kind")
        ? result
        : result.with("kind", Substitute.plain("slack-webhook"), from);
  }

  private Optional<DestinationSettings> destination(String name, Section section) {
    Keys entry = new Keys(section, problems);
    Optional<Channel> channel =
        section
            .required("kind", "discord-channel, slack-channel or slack-webhook")
            .flatMap(value -> Keys.constant(value, Kind.class))
            .flatMap(
                kind ->
                    switch (kind) {
                      case DISCORD_CHANNEL ->
                          channel(
                              section,
                              DISCORD_ID,
                              "a Discord channel's id, digits only",
                              Channel.DiscordChannel::new);
                      case SLACK_CHANNEL ->
                          channel(
                              section,
                              SLACK_ID,
                              "a Slack channel's id such as \"C0000000001\"",
                              Channel.SlackChannel::new);
                      case SLACK_WEBHOOK -> webhook(entry);
                    });
    DestinationSettings.AlertSettings alerts = alerts(entry.keys("alerts"));
    if (channel.isPresent()) {
      entry.rejectOthers();
    }
    return channel.map(c -> new DestinationSettings(new Destination(name, c), alerts));
  }

  private static Optional<Channel> channel(
      Section section, Pattern id, String expected, Function<String, Channel> channel) {
    return section
        .required("channel", expected)
        .flatMap(
            value ->
                value.as(
                    text -> id.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                    expected))
        .map(channel);
  }

  private static Optional<Channel> webhook(Keys entry) {
    Channel.OnUnknown onUnknown =
        entry.oneOf("onUnknown", Channel.OnUnknown.class, Channel.OnUnknown.HOLD);
    Optional<Value> value =
        entry.section().required("url", "the address of an incoming webhook of Slack");
    Optional<URI> url = value.flatMap(v -> Addresses.url(v.text(), Addresses.HTTP));
    value
        .filter(v -> url.isEmpty())
        .ifPresent(v -> entry.rejectUnseen(v, "the address of an incoming webhook of Slack"));
    return url.map(u -> new Channel.SlackWebhook(u, onUnknown));
  }

  private static DestinationSettings.AlertSettings alerts(Keys alerts) {
    DestinationSettings.AlertSettings settings =
        new DestinationSettings.AlertSettings(
            alerts.flag("spike", false),
            alerts.flag("newCritical", false),
            alerts.flag("regressed", false),
            alerts.integer("perHour", 1, MOST_ALERTS_PER_HOUR, DEFAULT_ALERTS_PER_HOUR));
    alerts.rejectOthers();
    return settings;
  }
}
