package dev.amserr.app.oncall;

import dev.amserr.oncall.CalendarSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last good documents over a restart, in files named by a digest of the address. A file's
 * time of change is when it was fetched. That a file cannot be written is no more than a warning.
 */
final class CalendarFolder {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarFolder.class);

  private final Path folder;

  CalendarFolder(Path folder) {
    this.folder = folder;
  }

  Optional<KeptCalendar> find(CalendarSource source) throws FetchFailure {
    Path file = file(source);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String text = CalendarFetcher.read(file);
    try {
      return Optional.of(new KeptCalendar(text, "", Files.getLastModifiedTime(file).toInstant()));
    } catch (IOException e) {
      throw new FetchFailure(
          "the time of its file cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  void keep(CalendarSource source, KeptCalendar calendar) {
    Path file = file(source);
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "calendar", ".part");
      Files.writeString(unfinished, calendar.text());
      Files.setLastModifiedTime(unfinished, FileTime.from(calendar.fetched()));
      move(unfinished, file);
    } catch (IOException e) {
      LOG.warn("A calendar cannot be kept for a restart: {}", file, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path file(CalendarSource source) {
    String digest = Digests.sha256(source.url().getBytes(StandardCharsets.UTF_8));
    return folder.resolve(digest.substring(0, 32) + ".ics");
  }
}
