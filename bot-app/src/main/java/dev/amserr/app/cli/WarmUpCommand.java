package dev.amserr.app.cli;

import dev.amserr.app.Bot;
import dev.amserr.app.config.CommandLineOptions;
import dev.amserr.app.config.ConfigFolder;
import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigWatcher;
import dev.amserr.app.config.Environment;
import dev.amserr.app.config.FileAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Loads the classes of every command once, so that the start script can keep them in an archive.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  private final Clock clock;

  WarmUpCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("amserr-warm-up");
    try {
      ConfigLoader loader = new ConfigLoader(Environment.of(Map.of()), FileAccess.local());
      ConfigFolder folder = ConfigFolder.named(scratch);
      CommandLineOptions options = new CommandLineOptions(0);
      return loader
          .load(folder, options)
          .fold(
              loaded -> visit(new ConfigWatcher(loader, folder, options, loaded), scratch),
              problems -> 1);
    } finally {
      delete(scratch);
    }
  }

  private int visit(ConfigWatcher watcher, Path scratch) {
    try (Bot bot = Bot.start(watcher, scratch.resolve("data"), clock)) {
      HttpClient client = HttpClient.newHttpClient();
      for (String path : List.of("", "readyz", "metrics", "api/v1/decode?q=0x8088002E")) {
        client.send(
            HttpRequest.newBuilder(bot.url().resolve("/" + path)).build(),
            BodyHandlers.discarding());
      }
      return commandLine("decode", "0x8088002E") + commandLine("decode", "--json", "404");
    } catch (IOException e) {
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int commandLine(String... arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return CommandLineProgram.run(arguments, InputStream.nullInputStream(), nowhere, nowhere);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
