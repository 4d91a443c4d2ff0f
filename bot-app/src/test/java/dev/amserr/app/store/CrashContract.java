package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
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
      acknowledged.addAll(
          killAfter(60 + 97 * kill, AppendsUntilKilled.class, store, "life" + kill));
    }

    List<String> kept;
    try (Database database = Database.open(store)) {
      kept = database.read(handle -> texts(handle, "SELECT subject FROM audit_entry ORDER BY id"));
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(60 + 157 + 254);
    assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
    // A life that was killed between its commit and its acknowledgement leaves one entry more.
    assertThat(kept).hasSizeLessThanOrEqualTo(acknowledged.size() + KILLS);
  }

  @Test
  void every_cover_that_was_confirmed_survives_kill_9_together_with_its_audit_entry()
      throws Exception {
    StoreLocation store = freshStore();
    List<String> confirmed = new ArrayList<>();

    for (int kill = 0; kill < KILLS; kill++) {
      confirmed.addAll(killAfter(20 + 31 * kill, CoversUntilKilled.class, store, "life" + kill));
    }

    List<String> covers;
    List<String> audited;
    try (Database database = Database.open(store)) {
      covers = database.read(handle -> texts(handle, "SELECT id FROM cover ORDER BY id"));
      audited =
          database.read(handle -> texts(handle, "SELECT subject FROM audit_entry ORDER BY id"));
    }
    assertThat(confirmed).hasSizeGreaterThanOrEqualTo(20 + 51 + 82);
    assertThat(covers).containsAll(confirmed);
    assertThat(audited)
        .containsExactlyElementsOf(covers.stream().map(id -> "cover " + id).toList());
  }

  private static List<String> texts(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(String.class).list();
  }

  private static List<String> killAfter(int count, Class<?> main, StoreLocation store, String life)
      throws Exception {
    List<String> acknowledged = new ArrayList<>();
    try (ChildJvm child = ChildJvm.start(main, List.of(), ChildJvm.argument(store), life)) {
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
