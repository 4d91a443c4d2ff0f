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
import dev.amserr.digest.DigestPreviews;
import dev.amserr.digest.DigestReplies;
import dev.amserr.digest.DigestRunner;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.DigestSearch;
import dev.amserr.digest.RunId;
import dev.amserr.digest.RunOutcomes;
import dev.amserr.notify.Outbox;
import dev.amserr.storage.AuditLog;
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

  private final Supplier<? extends Collection<DigestSchedule>> schedules;
  private final DigestRunner runner;
  private final DigestRuns runs;
  private final DigestPreviews previews;
  private final DigestReplies replies;
  private final DeliveryCommands deliveries;
  private final AuditTrail audit;

  /**
   * The command over what is configured now.
   *
   * @param schedules the current ones; a reload replaces them
   */
  public DigestCommands(
      Supplier<? extends Collection<DigestSchedule>> schedules,
      DigestRunner runner,
      DigestRuns runs,
      DigestPreviews previews,
      DigestReplies replies,
      Outbox outbox,
      AuditLog audit) {
    this.schedules = schedules;
    this.runner = runner;
    this.runs = runs;
    this.previews = previews;
    this.replies = replies;
    this.audit = new AuditTrail(audit);
    this.deliveries =
        new DeliveryCommands(outbox, runs, new RunOutcomes(schedules, outbox), this.audit);
  }

  /** Hands in the declaration, its handlers and what completes its options. */
  public void register(CommandRegistry.Builder registry) {
    Map<String, CommandHandler> handlers =
        Map.of(
            "list", this::list,
            "preview", this::preview,
            "send", this::send,
            "status", call -> deliveries.status(),
            "release", deliveries::release,
            "discard", deliveries::discard,
            "show", this::show);
    registry
        .command(declaration(), handlers)
        .autocomplete("digest", (typed, call) -> schedulesLike(typed))
        .autocomplete("held", (typed, call) -> deliveries.heldLike(typed));
  }

  /** What the platforms are told. */
  public static CommandSpec declaration() {
    OptionSpec name = OptionSpec.text(NAME, "Which digest").suggestedBy("digest");
    OptionSpec message =
        OptionSpec.integer(DeliveryCommands.MESSAGE, "Its number, as /digest status names it")
            .suggestedBy("held")
            .required();
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
                "release",
                "Posts a held message again, which may have arrived before",
                Signature.of(message)
                    .access(AccessRule.operator())
                    .deferred()
                    .examples("/digest release 12")),
            SubcommandSpec.of(
                "discard",
                "Gives a held message up",
                Signature.of(message)
                    .access(AccessRule.operator())
                    .deferred()
                    .examples("/digest discard 12")),
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
      return Reply.of(new DigestSearch.Unknown("", List.of(), List.of()).sentence());
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
          return replies.preview(previews.snapshot(schedule, at));
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
                  seen -> beingPosted(),
                  overtaken -> beingPosted());
        });
  }

  private static Reply beingPosted() {
    return Reply.of("That digest is being posted. /digest status shows it.");
  }

  private Reply sent(Invocation call, DigestSchedule schedule) {
    audit.note(call, "digest.send", schedule.name());
    String digest = "The digest " + schedule.name();
    return Reply.of(
        schedule.destinations().isEmpty()
            ? digest
                + " has no destination: it stands in the console. /digest status names its run."
            : digest
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
    return runs.find(id.get())
        .map(replies::past)
        .orElseGet(
            () -> Reply.of("There is no run " + id.get() + ". /digest status lists the latest."));
  }

  /** Does it with the schedule of that name; without a name, with the only one there is. */
  private Reply withSchedule(String name, Function<DigestSchedule, Reply> then) {
    return DigestSearch.among(List.copyOf(schedules.get()), name)
        .fold(found -> then.apply(found.schedule()), unknown -> Reply.of(unknown.sentence()));
  }

  private List<Choice> schedulesLike(String typed) {
    return schedules.get().stream()
        .map(DigestSchedule::name)
        .filter(name -> name.contains(typed.strip()))
        .map(Choice::of)
        .toList();
  }
}
