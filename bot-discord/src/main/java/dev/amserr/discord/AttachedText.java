package dev.amserr.discord;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The text files of a message: Discord makes one of a paste of more than 2,000 characters. */
final class AttachedText {

  /** How much of a file is read, in bytes. */
  static final int MOST = 256 * 1_024;

  private static final Logger LOG = LoggerFactory.getLogger(AttachedText.class);
  private static final Set<String> EXTENSIONS = Set.of("txt", "log", "json", "xml", "csv", "har");
  private static final int MOST_FILES = 3;
  private static final int SECONDS = 5;

  private AttachedText() {}

  static boolean isIn(Message message) {
    return !files(message).isEmpty();
  }

  /** The files' text, as far as they can be fetched; waits for Discord. */
  static String of(Message message) {
    return files(message).stream().map(AttachedText::read).collect(Collectors.joining("\n"));
  }

  private static List<Message.Attachment> files(Message message) {
    return message.getAttachments().stream()
        .filter(AttachedText::isText)
        .limit(MOST_FILES)
        .toList();
  }

  private static boolean isText(Message.Attachment file) {
    String type = file.getContentType();
    String extension = file.getFileExtension();
    return (type != null && type.startsWith("text/"))
        || (extension != null && EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT)));
  }

  private static String read(Message.Attachment file) {
    try (InputStream content = file.getProxy().download().get(SECONDS, TimeUnit.SECONDS)) {
      return new String(content.readNBytes(MOST), StandardCharsets.UTF_8);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    } catch (IOException | ExecutionException | TimeoutException failure) {
      LOG.warn("The attached file {} could not be read", file.getId(), failure);
      return "";
    }
  }
}
