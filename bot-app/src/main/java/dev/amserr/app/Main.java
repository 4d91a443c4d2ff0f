package dev.amserr.app;

import dev.amserr.app.cli.CommandLineProgram;

/** The program's entry. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(CommandLineProgram.run(args, System.in, System.out, System.err));
  }
}
