package dev.amserr.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * {@code serve} as a process of its own, on a free port of loopback. Of the classes under test, or,
 * where the system property {@code bot.launcher} names a packaged start script, of that.
 */
public final class BotProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String READY = "Ready at ";

  private final Process process;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;

  private BotProcess(Process process) {
    this.process = process;
    BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
    Thread reader = new Thread(() -> read(lines), "log of the bot");
    reader.setDaemon(true);
    reader.start();
    await(READY, () -> logged(READY) || !process.isAlive());
    String line = log.stream().filter(l -> l.contains(READY)).findFirst().orElse("");
    if (line.isEmpty()) {
      throw new AssertionError("The bot did not start: " + log);
    }
    this.url = URI.create(line.replaceFirst(".*" + READY, "").replaceFirst(" .*", ""));
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param folder for its configuration, which may be there already, and its data
   */
  public static BotProcess start(Path folder, Map<String, String> environment) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("serve", "--port", "0"));
    command.addAll(List.of("--config", folder.resolve("config").toString()));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return new BotProcess(builder.start());
  }

  private static List<String> program() {
    String launcher = System.getProperty("bot.launcher", "");
    return launcher.isEmpty()
        ? List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            // Not the tests' own, which is silent.
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName())
        : List.of("bash", launcher);
  }

  /** Every line of its log so far. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /** Waits until a line of the log has this in it. */
  public void awaitLog(String part) {
    await(part, () -> logged(part));
  }

  /** Waits until something has happened. */
  public void await(String what, BooleanSupplier happened) {
    long start = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("Not within " + PATIENCE + ": " + what + "; the log: " + log);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  public String get(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The answer to a JSON body. */
  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Sends SIGTERM.
   *
   * @return whether it has ended in time
   */
  public boolean terminate(Duration time) throws InterruptedException {
    // Process.destroy would close our end of the pipe as well.
    process.toHandle().destroy();
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  private boolean logged(String part) {
    return log.stream().anyMatch(line -> line.contains(part));
  }

  private void read(BufferedReader lines) {
    try {
      lines.lines().forEach(log::add);
    } catch (UncheckedIOException closed) {
      log.add("(the log ends: the process was killed)");
    }
  }
}
