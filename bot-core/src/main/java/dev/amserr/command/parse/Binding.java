package dev.amserr.command.parse;

import dev.amserr.command.CommandPath;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.OptionValues;
import dev.amserr.command.Origin;
import dev.amserr.command.Signature;
import dev.amserr.text.NearestNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a call has so far. The first mistake stays; what follows it is not looked at. */
final class Binding {

  private final CommandPath path;
  private final Signature signature;
  private final Origin origin;
  private final OptionReader reader;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private Optional<String> mistake = Optional.empty();

  Binding(CommandPath path, Signature signature, Origin origin) {
    this.path = path;
    this.signature = signature;
    this.origin = origin;
    this.reader = new OptionReader(origin);
  }

  boolean isGiven(OptionSpec option) {
    return values.containsKey(option.name());
  }

  /** Whether the option could take this text. */
  boolean accepts(OptionSpec option, String raw) {
    return reader.read(option, raw).fold(value -> true, unreadable -> false);
  }

  void give(OptionSpec option, String raw) {
    if (isGiven(option)) {
      fail(option.name() + " is given twice. Write it once.");
      return;
    }
    reader
        .read(option, raw)
        .fold(
            value -> values.put(option.name(), value.value()),
            unreadable -> {
              fail(unreadable.sentence());
              return values;
            });
  }

  void set(OptionSpec flag) {
    give(flag, "true");
  }

  void fail(String sentence) {
    if (mistake.isEmpty()) {
      mistake = Optional.of(sentence);
    }
  }

  boolean hasFailed() {
    return mistake.isPresent();
  }

  void failOnUnknown(String key) {
    List<String> names = signature.options().stream().map(OptionSpec::name).toList();
    List<String> near = NearestNames.of(key, names, 1);
    String hint = near.isEmpty() ? "" : " Did you mean " + near.get(0) + "?";
    fail(path + " has no option " + OptionReader.quote(key) + "." + hint + takes());
  }

  /** {@code " It takes team and at."}. */
  String takes() {
    List<String> names = signature.options().stream().map(OptionSpec::name).toList();
    return names.isEmpty()
        ? " It takes nothing else."
        : " It takes " + String.join(", ", names) + ".";
  }

  CommandInput finish() {
    return mistake
        .or(this::missing)
        .<CommandInput>map(
            sentence ->
                new CommandInput.Refused(CommandInput.Refused.Cause.UNUSABLE_OPTIONS, sentence))
        .orElseGet(this::ready);
  }

  private CommandInput ready() {
    OptionValues given = new OptionValues(values);
    return new CommandInput.Ready(new Invocation(path, given, signature.privacy(given), origin));
  }

  private Optional<String> missing() {
    List<OptionSpec> missing =
        signature.options().stream().filter(o -> o.isRequired() && !isGiven(o)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String needed =
        String.join(
            "; ", missing.stream().map(o -> o.name() + " (" + o.description() + ")").toList());
    String example =
        signature.examples().isEmpty()
            ? "Write " + missing.get(0).name() + ":…"
            : "For example: " + signature.examples().get(0);
    return Optional.of(path + " needs " + needed + ". " + example);
  }
}
