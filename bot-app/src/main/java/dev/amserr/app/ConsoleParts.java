package dev.amserr.app;

import dev.amserr.app.config.ServerSettings;
import dev.amserr.app.console.CommandApi;
import dev.amserr.app.console.CompletionApi;
import dev.amserr.app.console.ConsolePage;
import dev.amserr.app.console.Panel;
import dev.amserr.app.console.PanelApi;
import dev.amserr.app.console.Visitor;
import dev.amserr.app.http.RequestIds;
import dev.amserr.app.http.Routes;
import dev.amserr.command.Actor;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionValues;
import dev.amserr.command.Origin;
import dev.amserr.command.Place;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The console: as whom it acts, its page, its API and what stands beside its chat. */
final class ConsoleParts {

  private final ServerSettings settings;
  private final CommandRegistry commands;
  private final CommandDispatcher dispatcher;
  private final RequestIds ids;
  private final Clock clock;
  private final Visitor visitor;

  ConsoleParts(
      ServerSettings settings,
      CommandRegistry commands,
      CommandDispatcher dispatcher,
      RequestIds ids,
      Clock clock) {
    this.settings = settings;
    this.commands = commands;
    this.dispatcher = dispatcher;
    this.ids = ids;
    this.clock = clock;
    this.visitor = new Visitor(this::actor, settings.zone(), clock);
  }

  Visitor visitor() {
    return visitor;
  }

  /**
   * What is served.
   *
   * @param digests the panel of digests
   */
  List<Routes> routes(Panel digests) {
    Panel onCall =
        new Panel("oncall", "On call now", () -> answer(CommandPath.of("oncall", "list")));
    return List.of(
        new ConsolePage(),
        new CommandApi(dispatcher, visitor),
        new CompletionApi(commands, dispatcher, visitor),
        new PanelApi(List.of(onCall, digests), visitor));
  }

  private Actor actor() {
    String person = settings.console().person();
    return new Actor("console", person.isEmpty() ? "console" : person, "console", Set.of());
  }

  /** What a command answers to whoever looks at the console, without buttons. */
  private Reply answer(CommandPath path) {
    Origin origin =
        new Origin(
            actor(),
            new Place("console", "console", ""),
            settings.zone(),
            Locale.ENGLISH,
            clock.instant(),
            ids.next());
    Invocation call = new Invocation(path, OptionValues.none(), Privacy.PRIVATE, origin);
    return commands
        .handler(path)
        .orElseThrow()
        .handle(call)
        .unshareable()
        .mapCards(card -> card.withActions(List.of()));
  }
}
