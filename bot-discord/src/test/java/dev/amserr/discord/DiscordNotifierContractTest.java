package dev.amserr.discord;

import dev.amserr.notify.Channel;
import dev.amserr.notify.Channel.OnUnknown;
import dev.amserr.notify.LoopbackPlatform.Answer;
import dev.amserr.notify.Notifier;
import dev.amserr.notify.NotifierContract;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

class DiscordNotifierContractTest extends NotifierContract {

  private static final String TOKEN = "MTE.s3cr3t.t0ken";

  @Override
  protected Notifier notifier(URI platform, Duration timeout) {
    DiscordSettings settings =
        new DiscordSettings(
            TOKEN, List.of(), platform.resolve("api/v10/"), DiscordSettings.DEFAULT_GATEWAY);
    return new DiscordNotifier(settings, BotInTest.BERLIN, Clock.systemUTC(), timeout);
  }

  @Override
  protected Channel channel(URI platform) {
    return new Channel.DiscordChannel("200000000000000003");
  }

  @Override
  protected Channel foreignChannel() {
    return new Channel.SlackWebhook(
        URI.create("https://hooks.slack.com/services/x"), OnUnknown.HOLD);
  }

  @Override
  protected Answer taken() {
    return Answer.of(200, "application/json", "{\"id\":\"200000000000000009\"}");
  }

  @Override
  protected Answer refused(int status) {
    return Answer.of(status, "application/json", "{\"code\":0,\"message\":\"No\"}");
  }

  @Override
  protected List<String> secrets() {
    return List.of("s3cr3t", TOKEN);
  }
}
