package dev.amserr.app.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log file by its name: read from where it ends now, and on when it was rotated (another file has
 * the name and something in it: the old one is read to its end first) or truncated. A file that is
 * not there yet is read from its start once it is.
 */
final class FollowedFile implements AutoCloseable {

  private static final int PIECE = 64 * 1024;

  private final Path path;
  private final Lines lines = new Lines();
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
  private @Nullable FileChannel open;
  private @Nullable Object identity;
  private boolean fromStart;

  /**
   * @param fromStart whether what stands in the file already is read too
   */
  FollowedFile(Path path, boolean fromStart) {
    this.path = path;
    this.fromStart = fromStart;
  }

  Path path() {
    return path;
  }

  /** Lines that came since; at most about a piece of them at once, fewer than that at the end. */
  List<String> read() throws IOException {
    FileChannel file = open;
    if (file == null) {
      file = openNamed();
      if (file == null) {
        return List.of();
      }
    }
    if (readPiece(file)) {
      return lines.take();
    }
    Optional<BasicFileAttributes> named = attributes();
    if (named.isPresent() && named.get().size() > 0 && isAnother(named.get())) {
      // Whoever writes has gone over to the new file, so all of the old one is there by now; while
      // the new one is empty they may not have.
      if (readPiece(file)) {
        return lines.take();
      }
      lines.finish();
      close();
      fromStart = true;
    } else if (file.size() < file.position()) {
      lines.drop();
      file.position(0);
    }
    return lines.take();
  }

  private boolean isAnother(BasicFileAttributes named) {
    return !Objects.equals(named.fileKey(), identity);
  }

  private @Nullable FileChannel openNamed() throws IOException {
    Optional<BasicFileAttributes> named = attributes();
    if (named.isEmpty()) {
      fromStart = true;
      return null;
    }
    try {
      FileChannel file = FileChannel.open(path);
      file.position(fromStart ? 0 : file.size());
      open = file;
      identity = named.get().fileKey();
      return file;
    } catch (NoSuchFileException gone) {
      return null;
    }
  }

  private boolean readPiece(FileChannel file) throws IOException {
    piece.clear();
    int length = file.read(piece);
    if (length > 0) {
      lines.add(piece.array(), length);
    }
    return length > 0;
  }

  private Optional<BasicFileAttributes> attributes() throws IOException {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    FileChannel file = open;
    open = null;
    if (file != null) {
      file.close();
    }
  }
}
