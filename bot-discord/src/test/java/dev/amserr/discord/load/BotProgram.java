package dev.amserr.discord.load;

import dev.amserr.command.AccessRules;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.dispatch.Actions;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.dispatch.RateLimit;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.discord.Connection;
import dev.amserr.discord.DiscordBot;
import dev.amserr.discord.DiscordMetrics;
import dev.amserr.discord.DiscordSettings;
import dev.amserr.storage.ShortLivedRecords;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The bot with one command and no store, in a process of its own. */
public final class BotProgram {

  private BotProgram() {}

  public static void main(String[] args) throws InterruptedException {
    CommandRegistry registry =
        CommandRegistry.builder()
            .autocomplete("system", (typed, unfinished) -> List.of())
            .command(
                SampleCommands.codes(),
                SampleCommands.all(
                    SampleCommands.codes(), call -> SampleReplies.sentence().reply()))
            .command(
                SampleCommands.amserr(),
                call ->
                    SampleReplies.decoding()
                        .reply()
                        .unshareable()
                        .mapCards(BotProgram::withoutButtons))
            .build();
    CommandDispatcher dispatcher =
        new CommandDispatcher(
            registry,
            new Actions(registry, new NoRecords(), new ReplyCodec(id -> new byte[0])),
            (rule, actor) -> new AccessRules.Permitted(),
            new RateLimit(1_000_000, 1_000_000),
            (command, outcome, took) -> {},
            System::nanoTime);
    DiscordBot bot =
        new DiscordBot(
            new DiscordSettings(
                System.getenv("DISCORD_TOKEN"),
                List.of(),
                URI.create(System.getenv("DISCORD_API_URL")),
                URI.create(System.getenv("DISCORD_GATEWAY_URL"))),
            registry,
            dispatcher,
            CommandPath.of("amserr"),
            ZoneOffset.UTC,
            new NobodyCounts(),
            Clock.systemUTC());
    Connection connection = bot.start();
    System.err.println(connection);
    new CountDownLatch(1).await();
  }

  private static Card withoutButtons(Card card) {
    return card.withActions(List.of());
  }

  private static final class NobodyCounts implements DiscordMetrics {
    @Override
    public void tooLate(Duration age) {}

    @Override
    public void refused() {}

    @Override
    public void turnedAway() {}

    @Override
    public void disconnected() {}
  }

  private static final class NoRecords implements ShortLivedRecords {
    @Override
    public String put(String kind, String content, Instant now, Instant expires) {
      return "id";
    }

    @Override
    public Lookup claim(String kind, String id, String by, Instant now, Instant expires) {
      return new Unknown();
    }

    @Override
    public Lookup find(String kind, String id, Instant now) {
      return new Unknown();
    }

    @Override
    public Lookup take(String kind, String id, String takenBy, Instant now) {
      return new Unknown();
    }
  }
}
