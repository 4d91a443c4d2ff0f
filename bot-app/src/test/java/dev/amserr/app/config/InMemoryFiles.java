package dev.amserr.app.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Files that exist for a test only. */
final class InMemoryFiles implements FileAccess {

  private final Map<Path, String> texts = new TreeMap<>();
  private final Set<Path> forbidden = new HashSet<>();

  InMemoryFiles with(String path, String text) {
    texts.put(Path.of(path), text);
    return this;
  }

  InMemoryFiles without(String path) {
    texts.remove(Path.of(path));
    return this;
  }

  InMemoryFiles withForbidden(String path) {
    forbidden.add(Path.of(path));
    return this;
  }

  @Override
  public boolean isFolder(Path path) {
    return texts.keySet().stream().anyMatch(file -> file.startsWith(path) && !file.equals(path));
  }

  @Override
  public List<Path> list(Path folder) {
    return texts.keySet().stream().filter(file -> folder.equals(file.getParent())).toList();
  }

  @Override
  public Optional<String> read(Path file) throws IOException {
    if (forbidden.contains(file)) {
      throw new AccessDeniedException(file.toString());
    }
    return Optional.ofNullable(texts.get(file));
  }
}
