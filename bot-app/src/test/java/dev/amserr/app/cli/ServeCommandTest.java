package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signals that come while {@code serve} starts, in a process of its own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ServeCommandTest {

  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir Path folder;

  @Test
  void during_the_start_sighup_is_no_reason_to_die_and_sigterm_ends_as_always() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      silent.setSoTimeout((int) TimeUnit.MINUTES.toMillis(1));
      Path errors = folder.resolve("err.txt");
      Process process = serve(silent.getLocalPort(), errors);
      try {
        // It starts, for as long as its database says nothing.
        try (Socket database = silent.accept()) {
          assertThat(database.isConnected()).isTrue();
          signal("HUP", process);
          signal("TERM", process);
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(Files.readString(errors)).doesNotContain("internal failure");
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private Process serve(int databasePort, Path errors) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                "--config",
                folder.resolve("config").toString(),
                "--data",
                folder.resolve("data").toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile());
    builder
        .environment()
        .put("AMSERR_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/amserr");
    return builder.start();
  }

  private static void signal(String name, Process process) throws Exception {
    Process kill =
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }
}
