package dev.amserr.app;

import dev.amserr.app.config.CommandLineOptions;
import dev.amserr.app.config.ConfigFolder;
import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigWatcher;
import dev.amserr.app.config.Environment;
import dev.amserr.app.config.FileAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The whole bot in this process, on a free port of loopback. */
public final class TestBot implements AutoCloseable {

  /** An {@code oncall.yaml} in which Ana Ruiz is on call for everything. */
  public static final String ONE_TEAM =
      """
      people:
        ana: {name: Ana Ruiz}
      defaultTeam: player
      teams:
        player:
          zone: Europe/London
          levels:
            - name: primary
              layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana]}]
      """;

  private final Bot bot;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestBot(Bot bot) {
    this.bot = bot;
  }

  /**
   * Starts it.
   *
   * @param folder for its configuration, which may be there already, and its data
   */
  public static TestBot start(Path folder, Map<String, String> environment) throws IOException {
    return start(folder, environment, 0);
  }

  static TestBot start(Path folder, Map<String, String> environment, int port) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    ConfigWatcher watcher = watcher(config, environment, port);
    return new TestBot(Bot.start(watcher, folder.resolve("data"), Clock.systemUTC()));
  }

  /** Watches a folder whose files have no mistake. */
  static ConfigWatcher watcher(Path config, Map<String, String> environment, int port) {
    ConfigLoader loader = new ConfigLoader(Environment.of(environment), FileAccess.local());
    CommandLineOptions options = new CommandLineOptions(port);
    ConfigFolder named = ConfigFolder.named(config);
    return loader
        .load(named, options)
        .fold(
            loaded -> new ConfigWatcher(loader, named, options, loaded),
            problems -> {
              throw new AssertionError(problems.toString());
            });
  }

  public Bot bot() {
    return bot;
  }

  public URI url(String path) {
    return bot.url().resolve(path);
  }

  /** What a command answers, as JSON. */
  public String say(String line) throws IOException, InterruptedException {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(url("/api/v1/commands"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"text\":\"" + line.replace("\"", "\\\"") + "\"}")));
    return response.body();
  }

  /** Has errors counted. */
  public void report(String code, String source, int count)
      throws IOException, InterruptedException {
    String event = "{\"code\":\"%s\",\"source\":\"%s\",\"count\":%d}";
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(url("/api/v1/events"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event.formatted(code, source, count))));
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(url(path)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    bot.close();
  }
}
