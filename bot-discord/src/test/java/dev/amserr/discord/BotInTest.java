package dev.amserr.discord;

import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules;
import dev.amserr.command.ActionHandler;
import dev.amserr.command.ActionSpec;
import dev.amserr.command.Choice;
import dev.amserr.command.CommandHandler;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.Signature;
import dev.amserr.command.dispatch.Actions;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.dispatch.RateLimit;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.discord.fake.FakeDiscord;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The bot with commands shaped like its own, connected to a fake Discord. */
final class BotInTest implements AutoCloseable {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final CommandSpec REPORT =
      CommandSpec.of(
          "report",
          "Reads the store",
          Signature.of(OptionSpec.share()).deferred().access(AccessRule.rosterMember()));
  static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

  final RecordsInMemory records = new RecordsInMemory();
  final CountedInMemory counted = new CountedInMemory();
  final AtomicInteger acknowledged = new AtomicInteger();
  final CountDownLatch slowness = new CountDownLatch(1);
  final CommandRegistry registry = registry();
  final DiscordBot bot;
  volatile boolean permits = true;

  BotInTest(DiscordSettings settings) {
    AccessRules rules =
        (rule, actor) ->
            permits
                ? new AccessRules.Permitted()
                : new AccessRules.Denied("Only people in a roster may. Ask Ana to add you.");
    CommandDispatcher dispatcher =
        new CommandDispatcher(
            registry,
            new Actions(registry, records, new ReplyCodec(id -> PNG)),
            rules,
            new RateLimit(6_000, 1_000),
            (command, outcome, took) -> {},
            System::nanoTime);
    bot =
        new DiscordBot(
            settings,
            registry,
            dispatcher,
            CommandPath.of("amserr"),
            BERLIN,
            counted,
            Clock.systemUTC(),
            Duration.ofSeconds(10));
  }

  /** Connected to this Discord. */
  static BotInTest on(FakeDiscord discord) {
    BotInTest bot = new BotInTest(settings(discord));
    Connection connection = bot.bot.start();
    String trouble =
        connection.fold(c -> "", Connection.Refused::sentence, Connection.Unreachable::sentence);
    if (!trouble.isEmpty()) {
      throw new AssertionError(trouble);
    }
    return bot;
  }

  static DiscordSettings settings(FakeDiscord discord) {
    return new DiscordSettings(
        FakeDiscord.TOKEN, List.of(FakeDiscord.GUILD), discord.apiUrl(), discord.gatewayUrl());
  }

  @Override
  public void close() {
    slowness.countDown();
    bot.stop();
  }

  private CommandRegistry registry() {
    CommandHandler echo =
        invocation -> Reply.of(invocation.path() + " " + invocation.options().values());
    return CommandRegistry.builder()
        .autocomplete("system", BotInTest::systems)
        .command(
            SampleCommands.amserr(),
            invocation -> decoding(invocation.options().requiredText("code")))
        .command(
            SampleCommands.codes(),
            Map.of("search", echo, "systems", this::slow, "diff", BotInTest::broken))
        .command(SampleCommands.oncall(), SampleCommands.all(SampleCommands.oncall(), echo))
        .command(
            SampleCommands.errors(),
            Map.of("top", invocation -> chart(), "show", echo, "mute", echo))
        .command(REPORT, invocation -> Reply.of("A report").shareable())
        .action(ActionSpec.once("ack").access(AccessRule.rosterMember()), acknowledging())
        .action(
            ActionSpec.repeated("mute"), click -> Reply.of("Muted for " + click.chosen().get(0)))
        .build();
  }

  private static Reply decoding(String code) {
    return Reply.of(
            Card.titled(code)
                .text("A network error.")
                .action(Action.button("Acknowledge", "ack", code))
                .action(
                    Action.menu(
                        "Mute",
                        List.of(
                            new Action.Item("One hour", "1h"), new Action.Item("One day", "1d")),
                        "mute",
                        code))
                .build())
        .shareable();
  }

  private static Reply chart() {
    return Reply.of(
        Card.titled("Recurring errors")
            .part(new Part.Image("chart-1", "Errors a day", new Part.Image.Drawn(() -> PNG)))
            .build());
  }

  private ActionHandler acknowledging() {
    return click -> {
      acknowledged.incrementAndGet();
      return Reply.of(click.state() + " acknowledged by " + click.origin().actor().displayName())
          .publicly()
          .replacing();
    };
  }

  private Reply slow(Invocation invocation) {
    try {
      slowness.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return Reply.of("At last.");
  }

  private static Reply broken(Invocation invocation) {
    throw new IllegalStateException("a bug");
  }

  private static List<Choice> systems(String typed, Invocation unfinished) {
    return List.of(
        new Choice("HTTP " + typed + " " + unfinished.options().text("code").orElse("-"), "http"));
  }
}
