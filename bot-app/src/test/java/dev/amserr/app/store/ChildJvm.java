package dev.amserr.app.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A second process that runs a main class of the tests and says how far it is, line by line. */
public final class ChildJvm implements AutoCloseable {

  /** Marks the child's own lines among what else is printed, and that they are whole. */
  private static final String START = "child: ";

  private static final String END = ".";

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  public static ChildJvm start(Class<?> main, List<String> jvmOptions, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** For the child: says something to the process that started it. */
  public static void say(String what) {
    System.out.println(START + what + END);
    System.out.flush();
  }

  /** The next thing it said; empty when it has ended. */
  public Optional<String> next() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(START) && line.endsWith(END)) {
        return Optional.of(line.substring(START.length(), line.length() - END.length()));
      }
    }
    return Optional.empty();
  }

  /** Ends it as {@code kill -9} does. What it said before can still be read. */
  public void kill() {
    // Process.destroyForcibly would close our end of the pipe as well.
    process.toHandle().destroyForcibly();
  }

  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The location as an argument that {@link StoreLocation#of} reads. */
  public static String argument(StoreLocation location) {
    return location.fold(
        file -> "jdbc:sqlite:" + file.file(),
        server ->
            "jdbc:postgresql:"
                + server.address()
                + "?user="
                + server.user()
                + "&password="
                + server.password());
  }
}
