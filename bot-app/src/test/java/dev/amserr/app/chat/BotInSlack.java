package dev.amserr.app.chat;

import dev.amserr.app.CommandList;
import dev.amserr.app.TestBot;
import dev.amserr.command.CommandSpec;
import dev.amserr.slack.fake.FakeSlack;
import dev.amserr.slack.fake.InstalledBot;
import dev.amserr.slack.inbound.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole program, installed in a workspace. */
final class BotInSlack implements InstalledBot, AutoCloseable {

  private static final String CONFIG =
      """
      slack:
        signingSecrets: ["${SECRET}", "${FORMER_SECRET}"]
      access:
        rateLimit: {perMinute: 10000, burst: 10000}
      """;

  private final FakeSlack slack = new FakeSlack(Clock.systemUTC());
  private final TestBot bot;

  BotInSlack(Path folder) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(config.resolve("amserr.yaml"), CONFIG);
    this.bot =
        TestBot.start(
            folder,
            Map.of(
                "SECRET", FakeSlack.SECRET,
                "FORMER_SECRET", FakeSlack.FORMER_SECRET,
                "SLACK_API_URL", slack.apiUrl().toString()));
    slack.install(bot.url("/"));
  }

  TestBot bot() {
    return bot;
  }

  @Override
  public FakeSlack slack() {
    return slack;
  }

  @Override
  public List<CommandSpec> declared() {
    return CommandList.declared();
  }

  @Override
  public String shareableLine() {
    return "/amserr 0x8088002E";
  }

  @Override
  public long refused(Refusal cause) throws IOException, InterruptedException {
    String start =
        "amserr_slack_refused_total{cause=\"" + cause.name().toLowerCase(Locale.ROOT) + "\"} ";
    return bot.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(start.length())))
        .sum();
  }

  @Override
  public void close() throws IOException {
    bot.close();
    slack.close();
  }
}
