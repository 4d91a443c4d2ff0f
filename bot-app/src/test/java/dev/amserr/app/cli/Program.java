package dev.amserr.app.cli;

import dev.amserr.app.config.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs the command line in this process. */
record Program(int exit, String out, String err) {

  static Program run(String... args) {
    return run(new ByteArrayInputStream(new byte[0]), Terminal.none(), args);
  }

  static Program runWithInput(String input, String... args) {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return run(new ByteArrayInputStream(bytes), Terminal.none(), args);
  }

  static Program runWithInput(Environment environment, String input, String... args) {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return run(new ByteArrayInputStream(bytes), environment, Terminal.none(), args);
  }

  static Program run(InputStream in, Terminal terminal, String... args) {
    return run(in, Environment.of(Map.of()), terminal, args);
  }

  private static Program run(
      InputStream in, Environment environment, Terminal terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        CommandLineProgram.run(
            args,
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            terminal);
    return new Program(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
