package dev.amserr.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An independent client, discord.js, takes the fake Discord for the real one. Skipped where node or
 * npm is missing, never under CI.
 */
class DiscordJsTest {

  private static final Path SOURCES = Path.of("src", "test", "discordjs");
  private static final Path FOLDER = Path.of("target", "discordjs");

  private static final BlockingQueue<JsonNode> SAID = new LinkedBlockingQueue<>();
  private static FakeDiscord discord;
  private static Process client;
  private static JsonNode ready;

  @BeforeAll
  static void logIn() throws IOException, InterruptedException {
    install();
    discord = FakeDiscord.start();
    ProcessBuilder node = new ProcessBuilder("node", "check.mjs").directory(FOLDER.toFile());
    String api = discord.apiUrl().toString().replace("/v10/", "");
    node.environment()
        .putAll(
            Map.of(
                "FAKE_API", api,
                "FAKE_TOKEN", FakeDiscord.TOKEN,
                "FAKE_GUILD", FakeDiscord.GUILD,
                "FAKE_CHANNEL", FakeDiscord.CHANNEL));
    client = node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Thread reader = new Thread(DiscordJsTest::read, "discordjs-output");
    reader.setDaemon(true);
    reader.start();
    ready = next("ready");
  }

  @AfterAll
  static void logOut() throws InterruptedException, IOException {
    if (client != null) {
      client.getOutputStream().close();
      if (!client.waitFor(10, TimeUnit.SECONDS)) {
        client.destroyForcibly();
      }
    }
    if (discord != null) {
      discord.close();
    }
  }

  @Test
  void it_logs_in_and_registers_commands() {
    assertThat(ready.path("name").asText()).isEqualTo("amserr");
    assertThat(ready.path("guild").asText()).isEqualTo("Streaming");
    assertThat(ready.path("registered").asInt()).isEqualTo(3);
    assertThat(ready.path("listed").toString()).contains("fast", "slow", "Decode errors");
  }

  @Test
  void it_answers_a_command_and_reads_its_options() throws InterruptedException {
    FakeInteraction call =
        discord.command(
            "fast",
            "",
            Map.of(
                "code", "404", "share", true, "who", new FakeDiscord.Person("100000000000000002")));

    assertThat(call.callback().path("type").asInt()).isEqualTo(4);
    assertThat(call.callback().at("/data/content").asText())
        .isEqualTo("404 true 100000000000000002 ana en-US");
    JsonNode answered = next("answered");
    assertThat(answered.path("message").asText()).isEqualTo(call.answer().path("id").asText());
    assertThat(answered.path("channel").asText()).isEqualTo("errors");
  }

  @Test
  void it_suggests() {
    FakeInteraction typing =
        discord.type("fast", "", "system", Map.of("code", "1", "system", "ht"));

    assertThat(typing.callback().path("type").asInt()).isEqualTo(8);
    assertThat(typing.callback().at("/data/choices/0/name").asText()).isEqualTo("system ht");
  }

  @Test
  void it_defers_edits_with_a_file_follows_up_and_deletes() throws InterruptedException {
    FakeInteraction call = discord.command("slow", "chart", Map.of());

    assertThat(call.callback().path("type").asInt()).isEqualTo(5);
    assertThat(call.next().body().path("content").asText()).isEqualTo("chart");
    assertThat(call.next().kind()).isEqualTo("follow-up");
    assertThat(call.next().kind()).isEqualTo("delete");
    assertThat(next("followed").path("id").asText()).isNotEmpty();
  }

  @Test
  void it_reads_the_message_of_a_context_command() {
    FakeInteraction pick =
        discord.messageCommand("Decode errors", discord.message("0x8088002E again"));

    assertThat(pick.callback().at("/data/content").asText()).isEqualTo("0x8088002E again");
  }

  @Test
  void it_takes_buttons_and_menus() throws InterruptedException {
    FakeInteraction call = discord.command("fast", "", Map.of("code", "404"));
    call.callback();
    next("answered");

    FakeInteraction press = discord.press(call.answer(), "v1|ack|1");
    FakeInteraction choice = discord.choose(call.answer(), "v1|mute|1", "1h");

    assertThat(press.callback().path("type").asInt()).isEqualTo(7);
    assertThat(press.callback().at("/data/content").asText()).isEqualTo("pressed v1|ack|1");
    assertThat(choice.callback().path("type").asInt()).isEqualTo(6);
    assertThat(choice.next().body().path("content").asText()).isEqualTo("chose 1h");
  }

  @Test
  void it_posts_with_a_file_once_a_nonce_edits_reads_the_history_and_is_refused()
      throws InterruptedException, IOException {
    say("post");

    JsonNode posted = next("posted");

    assertThat(posted.path("again").asText()).isEqualTo(posted.path("id").asText());
    assertThat(posted.path("edited").asText()).isEqualTo("Digest, acknowledged");
    assertThat(posted.path("attachment").asText()).isEqualTo("chart.png");
    assertThat(posted.path("title").asText()).isEqualTo("Errors");
    assertThat(posted.path("history").toString()).contains(posted.path("id").asText());
    assertThat(posted.path("refused").asInt()).isEqualTo(50_035);
    assertThat(posted.path("missing").asInt()).isEqualTo(10_003);
  }

  @Test
  void it_waits_out_a_rate_limit() throws InterruptedException {
    discord.rateLimit("POST", "/callback$", 1, 1);

    FakeInteraction call = discord.command("fast", "", Map.of("code", "404"));

    assertThat(call.callback().path("type").asInt()).isEqualTo(4);
    next("answered");
    assertThat(discord.count("POST", call.callbackPath())).isEqualTo(2);
  }

  @Test
  void it_resumes_a_cut_connection_and_gets_what_it_missed() throws InterruptedException {
    discord.cutConnections();
    FakeInteraction call = discord.command("fast", "", Map.of("code", "404"));

    assertThat(call.callback().path("type").asInt()).isEqualTo(4);
    next("answered");
    assertThat(discord.resumed()).isPositive();
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String name : List.of("package.json", "package-lock.json", "check.mjs")) {
      Files.copy(SOURCES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("npm.log").toFile())
              .start();
      boolean ended = npm.waitFor(Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS);
      if (!ended || npm.exitValue() != 0) {
        skip("npm could not fetch discord.js: see target/discordjs/npm.log.");
      }
    } catch (IOException missing) {
      skip("npm is not installed.");
    }
  }

  private static void skip(String why) {
    String sentence = why + " The check of the fake Discord by discord.js did not run.";
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(sentence);
    }
    System.err.println(sentence);
    Assumptions.abort(sentence);
  }

  private static void say(String line) throws IOException {
    OutputStream in = client.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  private static void read() {
    try (BufferedReader lines = client.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        SAID.add(HttpExchange.JSON.readTree(line));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The next line about this; whatever else was said is of no interest, but errors are. */
  private static JsonNode next(String event) throws InterruptedException {
    while (true) {
      JsonNode said = SAID.poll(20, TimeUnit.SECONDS);
      if (said == null || said.path("event").asText().equals("error")) {
        throw new AssertionError("Instead of " + event + " discord.js said " + said);
      }
      if (said.path("event").asText().equals(event)) {
        return said;
      }
    }
  }
}
