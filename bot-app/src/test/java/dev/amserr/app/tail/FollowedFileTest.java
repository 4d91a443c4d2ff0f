package dev.amserr.app.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedFileTest {

  @TempDir Path folder;

  @Test
  void lines_that_come_are_read_once_they_are_finished() throws IOException {
    Path log = file("old\n");
    try (FollowedFile followed = new FollowedFile(log, false)) {
      List<String> before = followed.read();
      append(log, "one\ntw");
      List<String> first = followed.read();
      append(log, "o\r\nthree\n");
      List<String> second = followed.read();

      assertThat(before).isEmpty();
      assertThat(first).containsExactly("one");
      assertThat(second).containsExactly("two", "three");
    }
  }

  @Test
  void what_stands_in_a_file_is_read_if_that_is_wanted() throws IOException {
    try (FollowedFile followed = new FollowedFile(file("old\n"), true)) {
      assertThat(followed.read()).containsExactly("old");
    }
  }

  @Test
  void a_file_that_is_rotated_is_read_to_its_end_and_then_the_new_one() throws IOException {
    Path log = file("");
    try (FollowedFile followed = new FollowedFile(log, false)) {
      followed.read();
      append(log, "before\nno end");
      Files.move(log, folder.resolve("app.log.1"));
      Files.writeString(log, "after\n");
      append(folder.resolve("app.log.1"), " yet");

      List<String> read = readAll(followed);

      assertThat(read).containsExactly("before", "no end yet", "after");
    }
  }

  @Test
  void what_is_written_to_the_old_file_while_the_new_one_is_empty_is_read() throws IOException {
    Path log = file("");
    try (FollowedFile followed = new FollowedFile(log, false)) {
      followed.read();
      Files.move(log, folder.resolve("app.log.1"));
      Files.createFile(log);
      List<String> nothing = readAll(followed);
      append(folder.resolve("app.log.1"), "by a writer who has not gone over yet\n");
      append(log, "after\n");

      assertThat(nothing).isEmpty();
      assertThat(readAll(followed))
          .containsExactly("by a writer who has not gone over yet", "after");
    }
  }

  @Test
  void a_file_that_is_moved_away_and_not_made_again_yet_is_still_read() throws IOException {
    Path log = file("");
    try (FollowedFile followed = new FollowedFile(log, false)) {
      followed.read();
      Files.move(log, folder.resolve("app.log.1"));
      append(folder.resolve("app.log.1"), "late\n");

      assertThat(readAll(followed)).containsExactly("late");
    }
  }

  @Test
  void a_file_that_is_truncated_is_read_from_its_start() throws IOException {
    Path log = file("");
    try (FollowedFile followed = new FollowedFile(log, false)) {
      followed.read();
      append(log, "a long line before\nhalf");
      readAll(followed);
      Files.writeString(log, "new\n", StandardOpenOption.TRUNCATE_EXISTING);

      assertThat(readAll(followed)).containsExactly("new");
    }
  }

  @Test
  void a_file_that_appears_later_is_read_from_its_start() throws IOException {
    Path log = folder.resolve("app.log");
    try (FollowedFile followed = new FollowedFile(log, false)) {
      List<String> before = followed.read();
      Files.writeString(log, "first\n");

      assertThat(before).isEmpty();
      assertThat(readAll(followed)).containsExactly("first");
    }
  }

  @Test
  void a_line_without_end_takes_no_more_room_than_the_longest() throws IOException {
    Path log = file("");
    try (FollowedFile followed = new FollowedFile(log, false)) {
      followed.read();
      append(log, "x".repeat(3 * Lines.LONGEST) + "\nnext\n");

      List<String> read = readAll(followed);

      assertThat(read).hasSize(2);
      assertThat(read.get(0)).hasSize(Lines.LONGEST);
      assertThat(read.get(1)).isEqualTo("next");
    }
  }

  @Test
  void characters_that_are_cut_by_a_piece_stay_whole() {
    Lines lines = new Lines();
    byte[] bytes = "🎬\n".getBytes(StandardCharsets.UTF_8);

    for (byte one : bytes) {
      lines.add(new byte[] {one}, 1);
    }

    assertThat(lines.take()).containsExactly("🎬");
  }

  /** Looks as often as it takes to see a rotation or a truncation and what comes after it. */
  private static List<String> readAll(FollowedFile followed) throws IOException {
    List<String> read = new ArrayList<>();
    for (int look = 0; look < 10; look++) {
      read.addAll(followed.read());
    }
    return read;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("app.log"), text);
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }
}
