package dev.amserr.command.dispatch;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules;
import dev.amserr.command.Autocomplete;
import dev.amserr.command.Choice;
import dev.amserr.command.CommandHandler;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Help;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Origin;
import dev.amserr.command.Signature;
import dev.amserr.command.parse.CommandInput;
import dev.amserr.command.parse.TextCommandParser;
import dev.amserr.command.parse.TimeSuggestions;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers commands, clicks and suggestions for every platform. Always answers: whatever goes wrong
 * becomes a reply with the correlation id. Thread-safe.
 */
public final class CommandDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(CommandDispatcher.class);
  private static final int MOST_SUGGESTIONS = 25;

  private final CommandRegistry registry;
  private final TextCommandParser parser;
  private final Help help;
  private final Actions actions;
  private final Clicks clicks;
  private final Repetitions repetitions;
  private final Guard guards;

  /**
   * A dispatcher over a registry.
   *
   * @param ticker measures durations and fills the rate limits; never the time of day
   */
  public CommandDispatcher(
      CommandRegistry registry,
      Actions actions,
      AccessRules rules,
      RateLimit limit,
      CommandMetrics metrics,
      Ticker ticker) {
    this.registry = registry;
    this.parser = new TextCommandParser(registry);
    this.help = new Help(registry);
    this.actions = actions;
    this.clicks = new Clicks(actions);
    this.repetitions = new Repetitions(registry, actions);
    this.guards =
        Guard.all(
            List.of(
                new Timing(metrics, ticker),
                new ErrorBoundary(),
                new RateLimiter(limit, ticker),
                new Rights(rules)));
  }

  /** Answers a line of text. */
  public Reply dispatch(String line, Origin origin) {
    return dispatch(parser.parse(line, origin), origin);
  }

  /** Answers what a platform's input turned out to be. */
  public Reply dispatch(CommandInput input, Origin origin) {
    return input.fold(
        ready -> dispatch(ready.invocation()),
        wanted ->
            guarded(
                new Call("help", AccessRule.everyone(), origin),
                () -> Answer.answered(help(wanted.command()))),
        refused ->
            guarded(
                new Call("unknown", AccessRule.everyone(), origin),
                () -> Answer.refused(Reply.of(refused.sentence()))));
  }

  /** Answers a call. */
  public Reply dispatch(Invocation invocation) {
    CommandPath path = invocation.path();
    Origin origin = invocation.origin();
    Optional<CommandHandler> handler = registry.handler(path);
    Optional<Signature> signature = registry.signature(path);
    if (handler.isEmpty() || signature.isEmpty()) {
      return guarded(
          new Call("unknown", AccessRule.everyone(), origin),
          () -> Answer.refused(Reply.of("There is no command " + path + ". " + help.hint())));
    }
    return guarded(
        new Call(path.toString(), signature.get().access(), origin),
        () -> Answer.answered(asAsked(handler.get().handle(invocation), invocation)),
        repetitions.button(invocation));
  }

  /**
   * Answers the use of a button or a menu.
   *
   * @param customId what the platform sent back
   * @param chosen the values chosen from a menu; empty for a button
   */
  public Reply click(String customId, List<String> chosen, Origin origin) {
    Optional<ActionId> id = ActionId.parse(customId);
    Optional<RepeatableCall> again =
        id.filter(known -> known.action().equals(Actions.SHARE)).flatMap(RepeatableCall::in);
    if (again.isPresent()) {
      return guarded(
          new Call("action " + Actions.SHARE, AccessRule.everyone(), origin),
          () -> repetitions.carryOut(id.get(), again.get(), origin));
    }
    return id.flatMap(known -> actions.find(known.action()))
        .map(
            action ->
                guarded(
                    new Call("action " + action.spec().name(), action.spec().access(), origin),
                    () -> clicks.carryOut(action, id.get(), chosen, origin)))
        .orElseGet(
            () -> guarded(new Call("unknown", AccessRule.everyone(), origin), Clicks::tooOld));
  }

  /**
   * Values for an option while somebody types, best first, at most 25: from its source, or, if it
   * is a length of time or a point in time without one, the usual ones; else none.
   */
  public List<Choice> suggest(String option, String typed, Invocation unfinished) {
    try {
      return registry
          .signature(unfinished.path())
          .flatMap(signature -> signature.option(option))
          .map(known -> suggest(known, typed, unfinished))
          .map(choices -> choices.stream().limit(MOST_SUGGESTIONS).toList())
          .orElse(List.of());
    } catch (RuntimeException failure) {
      LOG.error(
          "Suggestions for {} of {} [{}] failed",
          option,
          unfinished.path(),
          unfinished.origin().correlationId(),
          failure);
      return List.of();
    }
  }

  private List<Choice> suggest(OptionSpec option, String typed, Invocation unfinished) {
    Optional<Autocomplete> source = option.autocomplete().flatMap(registry::autocomplete);
    if (source.isPresent()) {
      return source.get().suggest(typed, unfinished);
    }
    return switch (option.type()) {
      case DURATION -> TimeSuggestions.lengths(typed);
      case INSTANT -> TimeSuggestions.times(typed, unfinished.origin());
      default -> List.of();
    };
  }

  private Reply guarded(Call call, Supplier<Answer> work) {
    return guarded(call, work, Optional.empty());
  }

  private Reply guarded(Call call, Supplier<Answer> work, Optional<ActionId> sharing) {
    return guards
        .around(
            call,
            () -> {
              Answer answer = work.get();
              Reply ready = actions.store(answer.reply(), call.origin().at(), sharing);
              return new Answer(ready, answer.outcome());
            })
        .reply();
  }

  private Reply help(String command) {
    return command.isEmpty() ? help.all() : help.about(command).orElseGet(help::all);
  }

  /** An answer asked for in public is public, in the form that is fit for it. */
  private static Reply asAsked(Reply reply, Invocation invocation) {
    return invocation.privacy() == Privacy.PUBLIC ? reply.shared().orElse(reply).publicly() : reply;
  }
}
