package dev.amserr.app.console;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium of this machine, driven over its DevTools protocol. */
public final class Browser implements AutoCloseable {

  /** A name that leads to this machine, as a hostile name server would have it. */
  public static final String REBOUND = "rebound.example";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path profile;
  private final URI devTools;

  private Browser(Process process, Path profile, URI devTools) {
    this.process = process;
    this.profile = profile;
    this.devTools = devTools;
  }

  /** Where this machine has one; empty if it has none. */
  public static Optional<Path> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The same; a test that needs it is skipped where there is none, but never under CI=true. */
  public static Path required() {
    Optional<Path> chromium = installed();
    assumeThat(chromium.isPresent() || "true".equals(System.getenv("CI")))
        .as("Skipped: no Chromium on this machine (apt-get install chromium)")
        .isTrue();
    return chromium.orElseThrow(
        () -> new AssertionError("CI runs the browser tests: install chromium"));
  }

  /** Starts one with an empty profile. */
  public static Browser start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("amserr-browser");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP " + REBOUND + " 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    return new Browser(process, profile, devTools(process));
  }

  /** Opens a page and waits until it has loaded. */
  public Tab open(URI page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(devTools.resolve("/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    JsonNode target =
        new ObjectMapper()
            .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    Tab tab = Tab.connect(http, URI.create(target.path("webSocketDebuggerUrl").asText()));
    tab.goTo(page);
    return tab;
  }

  /** Reads where it listens from what it prints first, and lets it print on into nothing. */
  private static URI devTools(Process process) throws IOException {
    var lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int at = line.indexOf("ws://");
      if (at >= 0) {
        Thread drain = new Thread(() -> lines.lines().forEach(rest -> {}), "chromium-output");
        drain.setDaemon(true);
        drain.start();
        return URI.create("http" + line.substring(at + 2).strip());
      }
    }
    throw new IOException("Chromium ended before it listened");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(Browser::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Helper processes of the browser may still be writing. */
  private static void delete(Path file) {
    if (!file.toFile().delete()) {
      file.toFile().deleteOnExit();
    }
  }
}
