package dev.amserr.command;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Help, generated from the declarations. */
public final class Help {

  /** The subcommand that lists every command, where one has it. */
  private static final String LIST = "help";

  private final CommandRegistry registry;

  public Help(CommandRegistry registry) {
    this.registry = registry;
  }

  /** Every command with one line each. */
  public Reply all() {
    List<Phrase> lines = new ArrayList<>();
    for (CommandSpec spec : registry.specs()) {
      for (Map.Entry<CommandPath, Signature> call : spec.signatures().entrySet()) {
        lines.add(line(spec, call.getKey(), call.getValue()));
      }
    }
    return Reply.of(
        Card.titled("Commands")
            .tone(Tone.INFO)
            .part(new Part.Bullets(lines, 0))
            .text("More about one of them: its name and --help" + example() + ".")
            .build());
  }

  /**
   * A sentence that says how to learn which commands there are. Not by {@code /help}: platforms
   * have one of their own.
   */
  public String hint() {
    return registry.specs().stream()
        .flatMap(spec -> spec.signatures().keySet().stream())
        .filter(path -> path.subcommand().equals(LIST))
        .findFirst()
        .map(path -> "Write " + path + " for the list.")
        .orElseGet(() -> "There are " + String.join(", ", names()) + ".");
  }

  private List<String> names() {
    return registry.specs().stream().map(spec -> "/" + spec.name()).toList();
  }

  private String example() {
    return names().stream().findFirst().map(name -> ", such as " + name + " --help").orElse("");
  }

  /** A command with everything it takes and examples; empty if there is no such command. */
  public Optional<Reply> about(String command) {
    return registry.spec(command).map(spec -> Reply.of(card(spec)));
  }

  private Card card(CommandSpec spec) {
    Card.Builder card = Card.titled("/" + spec.name()).tone(Tone.INFO).text(spec.description());
    List<String> examples = new ArrayList<>();
    for (Map.Entry<CommandPath, Signature> call : spec.signatures().entrySet()) {
      Signature signature = call.getValue();
      card.text(line(spec, call.getKey(), signature));
      signature.options().forEach(option -> card.fact(option.name(), explain(option)));
      examples.addAll(signature.examples());
    }
    spec.fallback()
        .ifPresent(
            sub ->
                card.text("Without a subcommand, /" + spec.name() + " means " + sub.name() + "."));
    spec.borrowedCommand().ifPresent(other -> card.text(borrowed(spec)));
    if (!examples.isEmpty()) {
      card.code(String.join("\n", examples));
    }
    return card.build();
  }

  private String borrowed(CommandSpec spec) {
    return "Where commands are text, these work after /"
        + spec.name()
        + " too: "
        + String.join(", ", registry.textSubcommands(spec).keySet())
        + ".";
  }

  private static Phrase line(CommandSpec spec, CommandPath path, Signature signature) {
    String description =
        spec.subcommand(path.subcommand())
            .map(SubcommandSpec::description)
            .orElse(spec.description());
    Phrase line = Phrase.empty().code(Usage.of(path, signature)).plain(" " + description);
    return signature.access() instanceof AccessRule.Everyone
        ? line
        : line.plain(" (for " + Usage.of(signature.access()) + ")");
  }

  private static Phrase explain(OptionSpec option) {
    String choices =
        option.choices().isEmpty()
            ? ""
            : ": " + String.join(", ", option.choices().stream().map(Choice::value).toList());
    return Phrase.of(option.description() + choices + (option.isRequired() ? " (required)" : ""));
  }
}
