package dev.amserr.discord.load;

import dev.amserr.discord.fake.FakeDiscord;
import dev.amserr.discord.fake.FakeInteraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * 50 commands a second against a bot in its own process with {@code -Xmx256m}; prints the latency
 * from interaction to callback and the bot's resident memory (Linux).
 *
 * <p>Arguments: seconds, and the bot as a shell command that reads {@code DISCORD_TOKEN}, {@code
 * DISCORD_API_URL} and {@code DISCORD_GATEWAY_URL}; {@code -} for {@link BotProgram}.
 */
public final class LoadProgram {

  private static final int A_SECOND = 50;
  private static final int WARM_UP = 20 * A_SECOND;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private LoadProgram() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(args[0]);
    try (FakeDiscord discord = FakeDiscord.start()) {
      Process bot = start(discord, args[1]);
      try {
        await(discord);
        send(discord, WARM_UP);
        print(send(discord, seconds * A_SECOND), bot.pid());
      } finally {
        bot.descendants().forEach(ProcessHandle::destroy);
        bot.destroy();
        bot.waitFor(15, TimeUnit.SECONDS);
      }
    }
  }

  private static Process start(FakeDiscord discord, String command) throws IOException {
    ProcessBuilder process =
        command.equals("-")
            ? new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-classpath",
                System.getProperty("java.class.path"),
                BotProgram.class.getName())
            : new ProcessBuilder("bash", "-c", "exec " + command);
    process
        .environment()
        .putAll(
            Map.of(
                "DISCORD_TOKEN", FakeDiscord.TOKEN,
                "DISCORD_API_URL", discord.apiUrl().toString(),
                "DISCORD_GATEWAY_URL", discord.gatewayUrl().toString()));
    return process.inheritIO().start();
  }

  private static void await(FakeDiscord discord) {
    long start = System.nanoTime();
    while (!discord.isConnected()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("The bot did not connect within " + PATIENCE);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    discord.command("amserr", "", Map.of("code", "0x8088002E")).callback();
  }

  /** Sends evenly, whatever the answers do, and gives the latencies in ascending order. */
  private static List<Duration> send(FakeDiscord discord, int count) {
    List<FakeInteraction> calls = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      calls.add(discord.command("amserr", "", Map.of("code", "0x8088002E")));
    }
    calls.forEach(FakeInteraction::callback);
    return calls.stream().map(FakeInteraction::latency).sorted().toList();
  }

  private static void print(List<Duration> latencies, long pid) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d interactions at %d/s: p50 %.1f ms, p99 %.1f ms, max %.1f ms; resident %d MB, at most"
            + " %d MB%n",
        latencies.size(),
        A_SECOND,
        quantile(latencies, 0.5),
        quantile(latencies, 0.99),
        quantile(latencies, 1),
        megabytes(pid, "VmRSS:"),
        megabytes(pid, "VmHWM:"));
  }

  private static double quantile(List<Duration> ascending, double part) {
    int index = (int) Math.ceil(part * ascending.size()) - 1;
    return ascending.get(Math.max(0, index)).toNanos() / 1e6;
  }

  private static long megabytes(long pid, String key) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024;
      }
    }
    return -1;
  }
}
