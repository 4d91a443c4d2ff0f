package dev.amserr.app.store;

import dev.amserr.text.Redaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the database's own error in what the layers above made of it. */
final class SqlErrors {

  /** Longer chains of causes than this do not occur but in a loop. */
  private static final int DEEPEST = 20;

  private SqlErrors() {}

  /**
   * The deepest {@link SQLException} among an error and its causes: a pool's own time-out has the
   * database's reason as its cause.
   */
  static Optional<SQLException> in(Throwable error) {
    return causes(error)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((outer, inner) -> inner);
  }

  /** The error and its causes, outermost first. */
  static Stream<Throwable> causes(Throwable error) {
    return Stream.<@Nullable Throwable>iterate(
            error, e -> e != null, e -> e == null ? null : e.getCause())
        .limit(DEEPEST)
        .flatMap(Stream::ofNullable);
  }

  /** What caused it all. */
  static Throwable rootOf(Throwable error) {
    return causes(error).reduce(error, (outer, inner) -> inner);
  }

  /** The first line of the message, without secrets. */
  static String firstLine(Throwable error) {
    String message = error.getMessage();
    if (message == null || message.isBlank()) {
      return error.getClass().getSimpleName();
    }
    return Redaction.redact(message.strip().lines().findFirst().orElse("")).replaceAll("\\.$", "");
  }
}
