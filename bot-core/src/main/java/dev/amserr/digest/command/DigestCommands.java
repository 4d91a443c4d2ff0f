package dev.amserr.digest.command;

import dev.amserr.command.AccessRule;
import dev.amserr.command.Actor;
import dev.amserr.command.Choice;
import dev.amserr.command.CommandHandler;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.digest.DigestComposer;
import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestRunner;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.DigestSnapshot;
import dev.amserr.digest.RunId;
import dev.amserr.digest.SnapshotCodec;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.storage.AuditEntry;
import dev.amserr.storage.AuditLog;
import dev.amserr.text.NearestNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /digest}: what will be posted, what was, and what is stuck. */
public final class DigestCommands {

  private static final String NAME = "name";
  private static final String RUN = "run";
  private static final String AT = "at";
  private static final int MOST_RUNS = 10;
  private static final int MOST_FAILURES = 10;

  private final Supplier<? extends Collection<DigestSchedule>> schedules;
  private final DigestRunner runner;
  private final DigestRuns runs;
  private final Outbox outbox;
  private final DigestComposer composer;
  private final AuditLog audit;
  private final SnapshotCodec codec = new SnapshotCodec();

  /**
   * The command over what is configured now.
   *
   * @param schedules the current ones; a reload replaces them
   */
  public DigestCommands(
      Supplier<? extends Collection<DigestSchedule>> schedules,
      DigestRunner runner,
      DigestRuns runs,
      Outbox outbox,
      DigestComposer composer,
      AuditLog audit) {
    this.schedules = schedules;
    this.runner = runner;
    this.runs = runs;
    this.outbox = outbox;
    this.composer = composer;
    this.audit = audit;
  }

  /** Hands in the declaration, its handlers and what completes its options. */
  public void register(CommandRegistry.Builder registry) {
    Map<String, CommandHandler> handlers =
        Map.of(
            "list", this::list,
            "preview", this::preview,
            "send", this::send,
            "status", call -> status(),
            "show", this::show);
    registry
        .command(declaration(), handlers)
        .autocomplete("digest", (typed, call) -> schedulesLike(typed));
  }

  /** What the platforms are told. */
  public static CommandSpec declaration() {
    OptionSpec name = OptionSpec.text(NAME, "Which digest").suggestedBy("digest");
    return CommandSpec.of(
            "digest",
            "Digests of recurring errors: next ones, past ones, what is stuck",
            SubcommandSpec.of(
                "list",
                "Lists the digests and when they come next",
                Signature.of().deferred().examples("/digest list")),
            SubcommandSpec.of(
                "preview",
                "Shows what a digest would say, without posting it",
                Signature.of(name, OptionSpec.instant(AT, "As of then; now if not given"))
                    .deferred()
                    .examples("/digest preview", "/digest preview daily at:09:00")),
            SubcommandSpec.of(
                "send",
                "Posts a digest now",
                Signature.of(name.required())
                    .access(AccessRule.operator())
                    .deferred()
                    .examples("/digest send daily")),
            SubcommandSpec.of(
                "status",
                "Shows what waits to be posted and what failed",
                Signature.of().deferred().examples("/digest status")),
            SubcommandSpec.of(
                "show",
                "Shows a past digest as it was",
                Signature.of(OptionSpec.text(RUN, "The run, as its last line names it").required())
                    .deferred()
                    .examples("/digest show daily-20260303T080000Z")))
        .defaultingTo("list");
  }

  private Reply list(Invocation call) {
    List<List<Phrase>> rows = new ArrayList<>();
    Instant now = call.origin().at();
    for (DigestSchedule schedule : schedules.get()) {
      rows.add(
          List.of(
              Phrase.empty().strong(schedule.name()),
              Phrase.empty().time(schedule.fireTimes().next(now)),
              Phrase.empty().code(schedule.cron().toString()).plain(" " + schedule.zone()),
              Phrase.of(String.join(", ", schedule.destinations()))));
    }
    if (rows.isEmpty()) {
      return Reply.of(
          "No digest is configured. Add one under digests: in the configuration and reload.");
    }
    return Reply.of(
        Card.titled("Digests")
            .tone(Tone.INFO)
            .part(
                new Part.Table(
                    List.of(
                        Part.Column.left("Digest"),
                        Part.Column.left("Next"),
                        Part.Column.left("Schedule"),
                        Part.Column.left("To")),
                    rows,
                    0))
            .build());
  }

  private Reply preview(Invocation call) {
    return withSchedule(
        call.options().text(NAME).orElse(""),
        schedule -> {
          Instant at =
              call.options()
                  .when(AT)
                  .map(when -> when.first(call.origin().zone()))
                  .orElse(call.origin().at());
          DigestSnapshot snapshot = runner.preview(schedule, at);
          return shown("Preview; nothing was posted.", snapshot, codec.write(snapshot));
        });
  }

  private Reply send(Invocation call) {
    return withSchedule(
        call.options().requiredText(NAME),
        schedule -> {
          Actor actor = call.origin().actor();
          return runner
              .send(schedule, actor.displayName())
              .fold(
                  claimed -> sent(call, schedule),
                  taken ->
                      Reply.of(
                          "That digest is being posted this very second, by "
                              + taken.by()
                              + ". /digest status shows how far it is."),
                  seen -> Reply.of("That digest is being posted. /digest status shows it."));
        });
  }

  private Reply sent(Invocation call, DigestSchedule schedule) {
    Actor actor = call.origin().actor();
    audit.append(
        new AuditEntry(
            call.origin().at(),
            actor.platform(),
            actor.id(),
            actor.displayName(),
            "digest.send",
            schedule.name(),
            "",
            "",
            ""));
    return Reply.of(
        "The digest "
            + schedule.name()
            + " is on its way to "
            + String.join(", ", schedule.destinations())
            + ". /digest status shows how far it is.");
  }

  private Reply show(Invocation call) {
    String text = call.options().requiredText(RUN);
    Optional<RunId> id = RunId.parse(text);
    if (id.isEmpty()) {
      return Reply.of(
          "A run is named like daily-20260303T080000Z, not "
              + text
              + ". /digest status lists the latest.");
    }
    Optional<DigestRun> run = runs.find(id.get());
    if (run.isEmpty()) {
      return Reply.of("There is no run " + id.get() + ". /digest status lists the latest.");
    }
    return run.get().snapshot().isEmpty()
        ? Reply.of(id.get() + " was passed over: " + run.get().reason() + ".")
        : shown(
            "As it was: " + told(run.get()) + ".",
            codec.read(run.get().snapshot()),
            run.get().snapshot());
  }

  private Reply shown(String heading, DigestSnapshot snapshot, String canonical) {
    String text = heading + " Snapshot " + SnapshotCodec.sha256(canonical);
    List<Card> cards =
        composer.parts(snapshot).stream().flatMap(part -> part.content().cards().stream()).toList();
    return cards.isEmpty()
        ? Reply.of(composer.parts(snapshot).get(0).content().text() + "\n" + text)
        : Reply.of(text, cards);
  }

  private Reply status() {
    Card.Builder card = Card.titled("Deliveries");
    List<Outbox.DestinationStatus> queues = outbox.status();
    boolean trouble = queues.stream().anyMatch(q -> q.held() + q.dead() > 0);
    card.tone(trouble ? Tone.WARNING : Tone.GOOD);
    if (queues.isEmpty()) {
      card.text("Nothing was ever posted.");
    }
    for (Outbox.DestinationStatus queue : queues) {
      Phrase state =
          Phrase.of(
              queue.open() == 0
                  ? "nothing waits"
                  : queue.open() + (queue.open() == 1 ? " waits since " : " wait since "));
      if (queue.open() > 0) {
        state = state.time(queue.oldest());
      }
      if (queue.held() > 0) {
        state = state.plain(", " + queue.held() + " held: nobody knows whether they arrived");
      }
      if (queue.dead() > 0) {
        state = state.plain(", " + queue.dead() + " failed for good");
      }
      card.fact(queue.destination(), state);
    }
    List<Phrase> failures = outbox.failures(MOST_FAILURES).stream().map(this::failure).toList();
    if (!failures.isEmpty()) {
      card.part(new Part.Bullets(failures, 0));
    }
    List<Phrase> latest =
        runs.latest(MOST_RUNS).stream()
            .map(run -> Phrase.empty().code(run.id().toString()).plain(" " + told(run)))
            .toList();
    Card.Builder past = Card.titled("Latest runs");
    return Reply.of(
        card.build(),
        (latest.isEmpty()
                ? past.text("No digest has run yet.")
                : past.part(new Part.Bullets(latest, 0)))
            .build());
  }

  private Phrase failure(OutboxEntry entry) {
    String what = entry.state() == OutboxEntry.State.HELD ? "held" : "failed";
    return Phrase.of(
            entry.message().topic() + " to " + entry.message().destination() + " " + what + " ")
        .time(entry.changed())
        .plain(": " + entry.reason());
  }

  private static String told(DigestRun run) {
    return switch (run.disposition()) {
      case POSTED -> "posted, " + run.reason();
      case EMPTY -> "had nothing to tell";
      case PASSED_OVER -> "passed over, " + run.reason();
      case COMBINED ->
          "combined into " + run.replacement().map(RunId::toString).orElse("a later run");
    };
  }

  /** Does it with the schedule of that name; without a name, with the only one there is. */
  private Reply withSchedule(String name, Function<DigestSchedule, Reply> then) {
    List<DigestSchedule> all = List.copyOf(schedules.get());
    if (all.isEmpty()) {
      return Reply.of(
          "No digest is configured. Add one under digests: in the configuration and reload.");
    }
    List<String> names = all.stream().map(DigestSchedule::name).toList();
    if (name.isEmpty()) {
      return all.size() == 1
          ? then.apply(all.get(0))
          : Reply.of("Which digest? There are " + String.join(", ", names) + ".");
    }
    List<String> nearest = NearestNames.of(name, names, 3);
    return all.stream()
        .filter(schedule -> schedule.name().equals(name))
        .findFirst()
        .map(then)
        .orElseGet(
            () ->
                Reply.of(
                    "There is no digest "
                        + name
                        + (nearest.isEmpty()
                            ? ". There are " + String.join(", ", names) + "."
                            : ". Did you mean " + String.join(" or ", nearest) + "?")));
  }

  private List<Choice> schedulesLike(String typed) {
    return schedules.get().stream()
        .map(DigestSchedule::name)
        .filter(name -> name.contains(typed.strip()))
        .map(Choice::of)
        .toList();
  }
}
