package dev.amserr.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Holds the configuration in effect and reads it again. Has no timer of its own. Thread-safe; two
 * readings never overlap.
 */
public final class ConfigWatcher {

  private final ConfigLoader loader;
  private final ConfigFolder folder;
  private final CommandLineOptions options;
  private volatile Configuration current;
  private ConfigChanges announced = new ConfigChanges(List.of(), List.of());
  private Map<Path, String> read;
  private Map<Path, String> seen;

  /**
   * @param current what was read from that folder at the start
   */
  public ConfigWatcher(
      ConfigLoader loader, ConfigFolder folder, CommandLineOptions options, Configuration current) {
    this.loader = loader;
    this.folder = folder;
    this.options = options;
    this.current = current;
    this.read = loader.snapshot(folder);
    this.seen = read;
  }

  /** Where it is read from. */
  public Path folder() {
    return folder.path();
  }

  /** What is in effect. */
  public Configuration current() {
    return current;
  }

  /**
   * Looks whether a file changed; call it every few seconds. A change is taken once it is the same
   * in two looks, so that no half-written file is read, and a mistake is reported once.
   */
  public synchronized Reload check() {
    Map<Path, String> now = loader.snapshot(folder);
    boolean settled = now.equals(seen);
    seen = now;
    return settled && !now.equals(read) ? reload() : new Reload.Unchanged();
  }

  /** Reads everything again at once, as {@code SIGHUP} asks for. */
  public synchronized Reload reload() {
    read = loader.snapshot(folder);
    seen = read;
    return loader.load(folder, options).fold(this::apply, Reload.Kept::new);
  }

  private Reload apply(Configuration fresh) {
    Configuration before = current;
    ConfigChanges changes = ConfigChanges.between(before, fresh);
    boolean nothingNew =
        changes.takesEffect().isEmpty() && changes.needsRestart().equals(announced.needsRestart());
    announced = changes;
    if (nothingNew) {
      return new Reload.Unchanged();
    }
    current = fresh.after(before);
    return new Reload.Applied(before, current, changes);
  }
}
