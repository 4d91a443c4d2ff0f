package dev.amserr.command;

import dev.amserr.command.reply.Reply;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Commands shaped like the bot's own; every handler answers with the path and the options. */
public final class SampleCommands {

  /** Monday 2026-03-09, 14:30 in Berlin. */
  public static final Instant NOW = Instant.parse("2026-03-09T13:30:00Z");

  public static final Origin ORIGIN =
      new Origin(
          new Actor("console", "u1", "Ana Ruiz", Set.of()),
          new Place("console", "main", ""),
          ZoneId.of("Europe/Berlin"),
          Locale.ENGLISH,
          NOW,
          "c0ffee");

  private SampleCommands() {}

  public static CommandSpec amserr() {
    return CommandSpec.of(
            "amserr",
            "Explains an error code",
            Signature.of(
                    OptionSpec.code("code", "A code, or text with codes in it")
                        .required()
                        .restOfLine(),
                    OptionSpec.text("system", "Only readings of this system").suggestedBy("system"),
                    OptionSpec.share())
                .examples("/amserr 0x8088002E"))
        .textSubcommandsOf("codes");
  }

  public static CommandSpec codes() {
    return CommandSpec.of(
        "codes",
        "Searches and compares error codes",
        SubcommandSpec.of(
            "search",
            "Finds codes by words",
            Signature.of(OptionSpec.text("words", "What to look for").required().restOfLine())),
        SubcommandSpec.of("systems", "Lists the systems", Signature.of()),
        SubcommandSpec.of(
            "diff",
            "Compares two codes",
            Signature.of(
                OptionSpec.code("first", "One code").required(),
                OptionSpec.code("second", "The other code").required())));
  }

  public static CommandSpec oncall() {
    return CommandSpec.of(
            "oncall",
            "Says who is on call",
            SubcommandSpec.of(
                "who",
                "Who is on call now, or then",
                Signature.of(
                        OptionSpec.team("team", "Which team"),
                        OptionSpec.instant("at", "At this time"))
                    .examples("/oncall player")),
            SubcommandSpec.of(
                "cover",
                "Takes over a shift",
                Signature.of(
                        OptionSpec.team("team", "Which team").required(),
                        OptionSpec.choice(
                                "level",
                                "Which level",
                                List.of(Choice.of("primary"), Choice.of("backup")))
                            .required(),
                        OptionSpec.instant("from", "From when").required(),
                        OptionSpec.instant("until", "Until when").required(),
                        OptionSpec.person("by", "Who takes over"))
                    .access(AccessRule.rosterMember())
                    .deferred()),
            SubcommandSpec.of(
                "uncover",
                "Takes a cover back",
                Signature.of(
                    OptionSpec.integer("number", "Which cover").required(),
                    OptionSpec.text("reason", "Why").restOfLine())))
        .defaultingTo("who");
  }

  public static CommandSpec errors() {
    return CommandSpec.of(
            "errors",
            "Shows errors that keep coming back",
            SubcommandSpec.of(
                "top",
                "The most frequent ones",
                Signature.of(
                        OptionSpec.duration("window", "Over how long"),
                        OptionSpec.text("source", "From this source"),
                        OptionSpec.text("system", "Of this system"),
                        OptionSpec.flag("muted", "Muted ones too"))
                    .deferred()),
            SubcommandSpec.of(
                "show",
                "One of them",
                Signature.of(OptionSpec.code("code", "Its code").required())),
            SubcommandSpec.of(
                "mute",
                "Keeps quiet about one",
                Signature.of(
                        OptionSpec.code("code", "Its code").required(),
                        OptionSpec.duration("length", "For how long"))
                    .access(AccessRule.operator())))
        .defaultingTo("top");
  }

  /** Every sample command, its handlers answering {@code /path {options}}. */
  public static CommandRegistry.Builder registry() {
    CommandHandler echo = SampleCommands::echo;
    return CommandRegistry.builder()
        .autocomplete("system", (typed, unfinished) -> List.of(new Choice("HTTP", "http")))
        .command(amserr(), echo)
        .command(codes(), all(codes(), echo))
        .command(oncall(), all(oncall(), echo))
        .command(errors(), all(errors(), echo));
  }

  /** One handler for each subcommand. */
  public static Map<String, CommandHandler> all(CommandSpec spec, CommandHandler handler) {
    Map<String, CommandHandler> handlers = new LinkedHashMap<>();
    spec.subcommands().forEach(sub -> handlers.put(sub.name(), handler));
    return handlers;
  }

  private static Reply echo(Invocation invocation) {
    return Reply.of(invocation.path() + " " + invocation.options().values());
  }
}
