package dev.amserr.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.amserr.discord.fake.FakeDiscord;
import dev.amserr.discord.fake.FakeInteraction;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Starting, losing and ending the connection. */
class ConnectionTest {

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private FakeDiscord discord;

  @BeforeEach
  void start() {
    discord = FakeDiscord.start();
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void stop() {
    root().detachAppender(log);
    discord.close();
  }

  @Test
  void a_bad_token_is_one_clear_sentence_and_ends_the_attempt() {
    String secret = "not.the.token";
    DiscordSettings settings =
        new DiscordSettings(secret, List.of(), discord.apiUrl(), discord.gatewayUrl());

    try (BotInTest bot = new BotInTest(settings)) {
      Connection connection = bot.bot.start();

      assertThat(connection)
          .isInstanceOfSatisfying(
              Connection.Refused.class,
              refused -> {
                assertThat(refused.cause()).isEqualTo(Connection.Cause.TOKEN);
                assertThat(refused.sentence())
                    .contains("does not accept the token")
                    .contains("DISCORD_TOKEN");
              });
      assertThat(bot.bot.trouble()).isPresent();
      assertThat(logged()).noneMatch(line -> line.contains(secret));
    }
  }

  @Test
  void refused_intents_are_one_clear_sentence() {
    discord.refuseIntents();

    try (BotInTest bot = new BotInTest(BotInTest.settings(discord))) {
      assertThat(bot.bot.start())
          .isInstanceOfSatisfying(
              Connection.Refused.class,
              refused -> {
                assertThat(refused.cause()).isEqualTo(Connection.Cause.INTENTS);
                assertThat(refused.sentence()).contains("4014");
              });
    }
  }

  @Test
  void a_discord_that_is_not_there_is_unreachable_and_may_be_tried_again() {
    int port = discord.apiUrl().getPort();
    discord.close();
    DiscordSettings settings =
        new DiscordSettings(
            FakeDiscord.TOKEN,
            List.of(),
            URI.create("http://127.0.0.1:" + port + "/api/v10/"),
            URI.create("ws://127.0.0.1:" + port + "/gateway"));

    try (BotInTest bot = new BotInTest(settings)) {
      Connection first = bot.bot.start();
      discord = FakeDiscord.start(port);
      Connection second = bot.bot.start();

      assertThat(first).isInstanceOf(Connection.Unreachable.class);
      assertThat(second).isEqualTo(new Connection.Connected("amserr"));
    }
  }

  @Test
  void a_cut_connection_is_resumed_and_what_came_meanwhile_is_answered() {
    try (BotInTest bot = BotInTest.on(discord)) {
      discord.cutConnections();
      FakeInteraction call = discord.command("amserr", "", Map.of("code", "404"));

      assertThat(call.callback().path("type").asInt()).isEqualTo(4);
      assertThat(bot.counted.disconnected).hasValue(1);
      assertThat(discord.resumed()).isEqualTo(1);
      assertThat(discord.identified()).isEqualTo(1);
      assertThat(bot.bot.trouble()).isEmpty();
    }
  }

  @Test
  void a_reconnect_that_discord_asks_for_is_done() {
    try (BotInTest bot = BotInTest.on(discord)) {
      discord.askToReconnect();
      Waiting.until(() -> discord.resumed() == 1);
      FakeInteraction call = discord.command("amserr", "", Map.of("code", "404"));

      assertThat(call.callback().path("type").asInt()).isEqualTo(4);
      assertThat(discord.identified()).isEqualTo(1);
      assertThat(bot.bot.trouble()).isEmpty();
    }
  }

  @Test
  void it_can_be_stopped_and_started_again_as_a_lease_comes_and_goes() {
    try (BotInTest bot = BotInTest.on(discord)) {
      bot.bot.stop();
      assertThat(bot.bot.trouble()).contains("Not connected to Discord.");

      Connection again = bot.bot.start();
      FakeInteraction call = discord.command("amserr", "", Map.of("code", "404"));

      assertThat(again).isEqualTo(new Connection.Connected("amserr"));
      assertThat(call.callback().path("type").asInt()).isEqualTo(4);
    }
  }

  @Test
  void starting_twice_connects_once() {
    try (BotInTest bot = BotInTest.on(discord)) {
      Connection second = bot.bot.start();

      assertThat(second).isEqualTo(new Connection.Connected("amserr"));
      assertThat(discord.identified()).isEqualTo(1);
    }
  }

  @Test
  void an_answer_that_comes_too_late_is_logged_with_its_age() throws InterruptedException {
    try (BotInTest bot = BotInTest.on(discord)) {
      discord.lateCommand("amserr", "", Map.of("code", "404"));
      Pattern line =
          Pattern.compile("The answer to /amserr .* came too late \\(10062\\).* [0-9]+ ms old");

      Waiting.until(() -> logged().stream().anyMatch(text -> line.matcher(text).find()));

      assertThat(bot.counted.tooLate).hasSize(1);
      assertThat(bot.bot.trouble()).isEmpty();
    }
  }

  @Test
  void a_late_deferral_leaves_the_command_undone() throws InterruptedException {
    try (BotInTest bot = BotInTest.on(discord)) {
      FakeInteraction late = discord.lateCommand("errors", "top", Map.of());

      Waiting.until(() -> logged().stream().anyMatch(text -> text.contains("too late")));
      discord.command("errors", "top", Map.of()).next();

      assertThat(late.hasNothingMore()).isTrue();
      assertThat(bot.bot.trouble()).isEmpty();
    }
  }

  @Test
  void a_callback_that_is_rate_limited_is_sent_after_the_time_discord_names() {
    try (BotInTest bot = BotInTest.on(discord)) {
      discord.rateLimit("POST", "/callback$", 1, 1);

      FakeInteraction call = discord.command("amserr", "", Map.of("code", "404"));

      assertThat(call.callback().path("type").asInt()).isEqualTo(4);
      assertThat(discord.count("POST", call.callbackPath())).isEqualTo(2);
      assertThat(bot.bot.trouble()).isEmpty();
    }
  }

  private List<String> logged() {
    return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
