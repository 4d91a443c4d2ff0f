package dev.amserr.errorcode.command;

import dev.amserr.command.Choice;
import dev.amserr.command.CommandHandler;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Help;
import dev.amserr.command.Invocation;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.Equivalents;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.errorcode.NameCompletion;
import dev.amserr.errorcode.Reading;
import dev.amserr.text.NearestNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /amserr}, which decodes, and {@code /codes}, which searches, lists and compares. */
public final class CodeCommands {

  /** The command that decodes; platforms send pasted messages to it. */
  public static final CommandPath DECODE = CommandPath.of("amserr");

  /** The option of {@link #DECODE} that takes a code or a text. */
  public static final String CODE = "code";

  static final String SYSTEM = "system";
  private static final int MOST_FOUND = 10;
  private static final int MOST_SUGGESTIONS = 25;
  private static final int LONGEST_CHOICE = 100;

  private final Supplier<Decoder> decoder;
  private final BiFunction<Decoding, Instant, Reply> decodingReply;
  private final Consumer<Decoding> asked;
  private final Supplier<Reply> about;
  private final Supplier<Help> help;

  /**
   * The commands over what is loaded now.
   *
   * @param decoder the current one; a reload replaces it
   * @param decodingReply renders a decoding, with whoever owns the code at that instant
   * @param asked hears of every decoding that somebody asked for, before it is answered
   * @param about says what this bot is and what is on
   * @param help the help of all commands, these among them
   */
  public CodeCommands(
      Supplier<Decoder> decoder,
      BiFunction<Decoding, Instant, Reply> decodingReply,
      Consumer<Decoding> asked,
      Supplier<Reply> about,
      Supplier<Help> help) {
    this.decoder = decoder;
    this.decodingReply = decodingReply;
    this.asked = asked;
    this.about = about;
    this.help = help;
  }

  /** Hands in the declarations, their handlers and what completes their options. */
  public void register(CommandRegistry.Builder registry) {
    Map<String, CommandHandler> codes =
        Map.of(
            "search",
            this::search,
            "systems",
            call -> systems(),
            "about",
            call -> about.get(),
            "help",
            call -> help.get().all(),
            "equiv",
            this::equivalents,
            "diff",
            this::difference);
    registry
        .command(CodeDeclarations.amserr(), this::decode)
        .command(CodeDeclarations.codes(), codes)
        .autocomplete(CODE, (typed, call) -> codesLike(typed))
        .autocomplete(SYSTEM, (typed, call) -> systemsLike(typed));
  }

  /** What the platforms are told. */
  public static List<CommandSpec> declarations() {
    return List.of(CodeDeclarations.amserr(), CodeDeclarations.codes());
  }

  private Reply decode(Invocation call) {
    String text = call.options().requiredText(CODE);
    Decoder current = decoder.get();
    return inSystem(
        call,
        current,
        pinned -> {
          Decoding decoding =
              pinned.map(p -> current.decode(text, p)).orElseGet(() -> current.decode(text));
          if (!call.repeated()) {
            asked.accept(decoding);
          }
          return decodingReply.apply(decoding, call.origin().at()).shareable();
        });
  }

  private Reply search(Invocation call) {
    String words = call.options().requiredText("words");
    Decoder current = decoder.get();
    return inSystem(
        call,
        current,
        pinned -> {
          List<Reading> found = current.search(words, pinned.orElse(null), MOST_SUGGESTIONS);
          return found.isEmpty() ? nothingFound(words, pinned) : found(words, found);
        });
  }

  private static Reply nothingFound(String words, Optional<ErrorSystem> pinned) {
    return Reply.of(
        Card.titled("Nothing found")
            .tone(Tone.WARNING)
            .text(Phrase.of("For ").code(words))
            .text(
                pinned.isPresent()
                    ? "Every word must occur in the name or text of a code of "
                        + pinned.get().title()
                        + ". Try without system:, or with fewer words."
                    : "Every word must occur in the name or text of a code. Try fewer words.")
            .build());
  }

  private static Reply found(String words, List<Reading> found) {
    List<Phrase> lines = found.stream().limit(MOST_FOUND).map(CodeCommands::line).toList();
    return Reply.of(
            Card.titled("Codes about " + words)
                .tone(Tone.INFO)
                .part(new Part.Bullets(lines, found.size() - lines.size()))
                .text("More about one of them: /amserr and its name.")
                .build())
        .shareable();
  }

  private static Phrase line(Reading reading) {
    Phrase line = Phrase.empty().strong(reading.label());
    if (reading.value() != null && !reading.value().equals(reading.label())) {
      line = line.plain(" ").code(reading.value());
    }
    line = line.plain(" (" + reading.system().title() + ")");
    return reading.meaning() == null ? line : line.plain(": " + reading.meaning());
  }

  private Reply systems() {
    Catalogs catalogs = decoder.get().catalogs();
    List<List<Phrase>> rows = new ArrayList<>();
    int codes = 0;
    for (ErrorSystem system : catalogs.systems()) {
      int size = catalogs.size(system.id());
      codes += size;
      rows.add(
          List.of(
              Phrase.empty().code(system.id()),
              Phrase.of(system.title()),
              Phrase.of(String.format(Locale.ROOT, "%,d", size))));
    }
    return Reply.of(
        Card.titled(
                String.format(
                    Locale.ROOT, "%d systems, %,d codes", catalogs.systems().size(), codes))
            .tone(Tone.INFO)
            .part(
                new Part.Table(
                    List.of(
                        Part.Column.left("id"),
                        Part.Column.left("system"),
                        Part.Column.right("codes")),
                    rows,
                    0))
            .text("An id in front of a code pins it: /amserr amp 404")
            .build());
  }

  private Reply equivalents(Invocation call) {
    String text = call.options().requiredText(CODE);
    Decoder current = decoder.get();
    Decoding decoding = current.decode(text);
    if (!decoding.answered()) {
      return decodingReply.apply(decoding, call.origin().at());
    }
    List<Equivalents.Fact> facts =
        decoding.codes().stream()
            .flatMap(code -> new Equivalents(current.catalogs()).of(code).stream())
            .distinct()
            .toList();
    if (facts.isEmpty()) {
      return Reply.of(
          Card.titled(decoding.codes().get(0).text() + " stands alone")
              .tone(Tone.NEUTRAL)
              .text(
                  "It carries neither an HTTP status nor a Windows error, so no other system's"
                      + " code is known to say the same.")
              .build());
    }
    List<Card> cards = new ArrayList<>();
    for (Equivalents.Fact fact : facts) {
      cards.add(
          Card.titled(fact.title() + " in " + fact.readings().size() + " codes")
              .tone(Tone.INFO)
              .part(
                  new Part.Bullets(
                      fact.readings().stream()
                          .limit(MOST_SUGGESTIONS)
                          .map(CodeCommands::line)
                          .toList(),
                      Math.max(0, fact.readings().size() - MOST_SUGGESTIONS)))
              .build());
    }
    return Reply.of("", cards).shareable();
  }

  private Reply difference(Invocation call) {
    Decoder current = decoder.get();
    return new CodeDifference(
            current.decode(call.options().requiredText("first")),
            current.decode(call.options().requiredText("second")))
        .reply();
  }

  private static Reply inSystem(
      Invocation call, Decoder current, Function<Optional<ErrorSystem>, Reply> answer) {
    Optional<String> wanted = call.options().text(SYSTEM);
    if (wanted.isEmpty()) {
      return answer.apply(Optional.empty());
    }
    Optional<ErrorSystem> system = current.catalogs().system(wanted.get());
    return system.isPresent()
        ? answer.apply(system)
        : noSuchSystem(wanted.get(), current.catalogs());
  }

  private static Reply noSuchSystem(String wanted, Catalogs catalogs) {
    List<String> near = NearestNames.of(wanted, catalogs.systemNames(), 3);
    return Reply.of(
        Card.titled("There is no system " + wanted)
            .tone(Tone.WARNING)
            .text(
                near.isEmpty()
                    ? "/codes systems lists them."
                    : "Did you mean "
                        + String.join(", ", near)
                        + "? /codes systems lists them all.")
            .build());
  }

  private List<Choice> codesLike(String typed) {
    return new NameCompletion(decoder.get().catalogs())
        .complete(typed, MOST_SUGGESTIONS).stream()
            .filter(candidate -> candidate.name().length() <= LONGEST_CHOICE)
            .map(candidate -> new Choice(shown(candidate), candidate.name()))
            .toList();
  }

  private static String shown(NameCompletion.Candidate candidate) {
    String full = candidate.name() + " (" + candidate.systemTitle() + ")";
    return full.length() <= LONGEST_CHOICE ? full : candidate.name();
  }

  private List<Choice> systemsLike(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return decoder.get().catalogs().systems().stream()
        .filter(
            system ->
                system.id().contains(wanted)
                    || system.title().toLowerCase(Locale.ROOT).contains(wanted)
                    || system.aliases().stream().anyMatch(alias -> alias.startsWith(wanted)))
        .limit(MOST_SUGGESTIONS)
        .map(system -> new Choice(system.title(), system.id()))
        .toList();
  }
}
