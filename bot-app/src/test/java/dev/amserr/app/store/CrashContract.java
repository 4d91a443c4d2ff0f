package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there after the process was killed. */
abstract class CrashContract {

  private static final int KILLS = 3;

  abstract StoreLocation freshStore();

  @Test
  void every_acknowledged_entry_survives_kill_9_and_none_is_there_twice() throws Exception {
    StoreLocation store = freshStore();
    List<String> acknowledged = new ArrayList<>();

    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(appendAndKillAfter(60 + 97 * kill, store, "life" + kill));
    }

    List<String> kept;
    try (Database database = Database.open(store)) {
      kept =
          database.read(
              handle ->
                  handle
                      .createQuery("SELECT subject FROM audit_entry ORDER BY id")
                      .mapTo(String.class)
                      .list());
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(60 + 157 + 254);
    assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
    // A life that was killed between its commit and its acknowledgement leaves one entry more.
    assertThat(kept).hasSizeLessThanOrEqualTo(acknowledged.size() + KILLS);
  }

  private static List<String> appendAndKillAfter(int count, StoreLocation store, String life)
      throws Exception {
    List<String> acknowledged = new ArrayList<>();
    try (ChildJvm child =
        ChildJvm.start(AppendsUntilKilled.class, List.of(), ChildJvm.argument(store), life)) {
      for (Optional<String> said = child.next(); said.isPresent(); said = child.next()) {
        acknowledged.add(said.get());
        if (acknowledged.size() == count) {
          child.kill();
        }
      }
      child.waitFor();
    }
    return acknowledged;
  }
}
