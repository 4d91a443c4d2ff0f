package dev.amserr.app.store;

import java.nio.file.Path;

/** A process that opens the store and says so, or why not. */
final class OpensTheStore {

  private OpensTheStore() {}

  public static void main(String[] arguments) {
    try (Database database =
        Database.open(StoreLocation.of(arguments[0], Path.of("no default folder")))) {
      ChildJvm.say(database.ping().fold(up -> "open", down -> down.why()));
    } catch (StoreOpenException e) {
      ChildJvm.say(e.getMessage());
    }
  }
}
