package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.config.ConfigWatcher;
import dev.amserr.app.config.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ReloadingTest {

  private static final Set<Thread.State> AT_REST =
      EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TERMINATED);

  @TempDir Path folder;

  @Test
  void of_two_readings_at_the_same_time_the_later_one_is_in_force() throws Exception {
    write("Ana Ruiz");
    ConfigWatcher watcher = TestBot.watcher(folder, Map.of(), 0);
    List<String> inForce = new CopyOnWriteArrayList<>();
    Reloading[] reloading = {null};
    Thread later = new Thread(() -> reloading[0].now(), "later");
    reloading[0] =
        new Reloading(
            watcher,
            fresh -> {
              String name = name(fresh);
              if (name.equals("Bea Cole")) {
                // While this one is being put in force, another is written and asked for.
                write("Cai Dunn");
                later.start();
                awaitRest(later);
              }
              inForce.add(name);
            });

    write("Bea Cole");
    reloading[0].now();
    later.join();

    assertThat(inForce).containsExactly("Bea Cole", "Cai Dunn");
  }

  private static void awaitRest(Thread thread) {
    while (!AT_REST.contains(thread.getState())) {
      Thread.onSpinWait();
    }
  }

  private static String name(Configuration configuration) {
    return configuration.rosters().people().get("ana").name();
  }

  private void write(String name) {
    try {
      Files.writeString(folder.resolve("oncall.yaml"), TestBot.ONE_TEAM.replace("Ana Ruiz", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
