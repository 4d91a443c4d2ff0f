package dev.amserr.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of its own, open as long as the test class that registers this in a static field. */
final class OpenDatabase implements BeforeAllCallback, AfterAllCallback {

  private final Optional<PostgresExtension> postgres;
  private @Nullable Path folder;
  private @Nullable Database database;

  private OpenDatabase(Optional<PostgresExtension> postgres) {
    this.postgres = postgres;
  }

  static OpenDatabase sqlite() {
    return new OpenDatabase(Optional.empty());
  }

  static OpenDatabase postgres() {
    return new OpenDatabase(Optional.of(new PostgresExtension()));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (postgres.isPresent()) {
      postgres.get().beforeAll(context);
      database = Database.open(postgres.get().freshDatabase());
    } else {
      folder = Files.createTempDirectory("amserr-database");
      database = Database.open(StoreLocation.of("", folder));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (database != null) {
      database.close();
    }
    if (folder != null) {
      Folders.delete(folder);
    }
  }

  Database get() {
    if (database == null) {
      throw new IllegalStateException("Register this in a static field");
    }
    return database;
  }
}
