package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.TestBot;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {

  private static final int WRITERS = 3;

  @TempDir Path folder;

  @Test
  void a_copy_of_a_bot_that_is_written_to_is_sound_and_has_all_that_was_acknowledged()
      throws Exception {
    Path copy = folder.resolve("copy.db");
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      AtomicInteger acknowledged = new AtomicInteger();
      AtomicBoolean enough = new AtomicBoolean();
      ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        running.add(writers.submit(() -> write(bot, acknowledged, enough)));
      }
      while (acknowledged.get() < 30) {
        Thread.onSpinWait();
      }

      int before = acknowledged.get();
      Program program = backup(copy);
      int after = acknowledged.get();
      enough.set(true);
      for (Future<?> writer : running) {
        writer.get();
      }
      writers.shutdown();

      assertThat(program.exit()).as(program.err()).isZero();
      assertThat(program.out()).isEmpty();
      assertThat(program.err()).startsWith("amserr: " + copy + " written, ").endsWith(" bytes\n");
      assertThat(ask(copy, "PRAGMA integrity_check")).isEqualTo("ok");
      int copied = Integer.parseInt(ask(copy, "SELECT SUM(occurrences) FROM series_day"));
      // What was written when the copy was made may have been acknowledged right after.
      assertThat(copied).isBetween(before, after + WRITERS);
      assertThat(ask(copy, "SELECT SUM(occurrences) FROM series_minute"))
          .isEqualTo(Integer.toString(copied));
    }
  }

  private static Void write(TestBot bot, AtomicInteger acknowledged, AtomicBoolean enough)
      throws Exception {
    while (!enough.get()) {
      HttpResponse<String> answer =
          bot.send(
              HttpRequest.newBuilder(bot.url("/api/v1/events"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"code\":\"0x20200194\",\"source\":\"web\"}")));
      assertThat(answer.statusCode()).isEqualTo(202);
      acknowledged.incrementAndGet();
    }
    return null;
  }

  @Test
  void a_file_that_exists_is_never_replaced() throws Exception {
    Path existing = Files.writeString(folder.resolve("precious.db"), "precious");
    TestBot.start(folder, Map.of()).close();

    Program program = backup(existing);

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo("amserr: " + existing + " exists already. Name a file that does not.\n");
    assertThat(existing).hasContent("precious");
  }

  @Test
  void where_there_is_no_store_none_is_made() {
    Program program = backup(folder.resolve("copy.db"));

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "amserr: There is no store at " + folder.resolve("data/amserr.db") + " to back up.\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_store_in_postgresql_is_left_to_its_own_tool() throws Exception {
    Files.writeString(
        folder.resolve("amserr.yaml"), "database: {url: 'postgres://db.example.com/amserr'}");

    Program program =
        Program.run("backup", folder.resolve("copy.db").toString(), "--config", folder.toString());

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("pg_dump").doesNotContain("Exception");
  }

  @Test
  void a_store_that_is_broken_is_the_fault_of_neither_and_exits_with_3() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.write(folder.resolve("data/amserr.db"), new byte[8_192]);

    Program program = backup(folder.resolve("copy.db"));

    assertThat(program.exit()).isEqualTo(3);
    assertThat(program.err()).startsWith("amserr: The backup to ").contains(" failed: ");
    assertThat(folder.resolve("copy.db")).doesNotExist();
  }

  @Test
  void without_a_file_the_usage_is_told() {
    Program program = Program.run("backup");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("FILE");
  }

  private Program backup(Path target) {
    return Program.run("backup", target.toString(), "--data", folder.resolve("data").toString());
  }

  private static String ask(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
