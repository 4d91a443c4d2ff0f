package dev.amserr.app.store;

import java.sql.SQLException;
import java.util.Optional;

/**
 * PostgreSQL's SQLSTATEs in sentences.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error
 *     codes</a>
 */
final class PostgresFaults {

  /** SQLSTATE {@code insufficient_privilege}. */
  static final String INSUFFICIENT_PRIVILEGE = "42501";

  private PostgresFaults() {}

  static Optional<String> whyUnavailable(SQLException e) {
    String state = state(e);
    return switch (state) {
      case "53100" -> Optional.of("The disk of the database is full.");
      case "53300" -> Optional.of("The database takes no more connections at present.");
      case "25006" -> Optional.of("The database takes no changes at present.");
      case "57014", "25P03" -> Optional.of("The database took too long to answer.");
      case "40001", "40P01", "55P03" ->
          Optional.of("Another change was being made to the same data; please try again.");
      default ->
          switch (state.substring(0, Math.min(2, state.length()))) {
            case "08" -> Optional.of("The database does not answer.");
            case "57" -> Optional.of("The database is starting or stopping.");
            case "53" -> Optional.of("The database is out of resources.");
            case "58" -> Optional.of("The database reports an error of its system.");
            case "28" -> Optional.of("The database no longer accepts the bot's login.");
            case "3D" -> Optional.of("The database no longer exists.");
            default -> Optional.empty();
          };
    };
  }

  /**
   * What the error means to the person who starts the program.
   *
   * @param store what and where it is
   */
  static StoreOpenException cannotOpen(SQLException e, String store) {
    String state = state(e);
    String advice;
    if (state.startsWith("28")) {
      advice = "refuses the login. Check the user and password of database.url";
    } else if (state.equals("3D000")) {
      advice = "does not exist on its server. Create it, or correct the name in database.url";
    } else if (state.equals(INSUFFICIENT_PRIVILEGE)) {
      advice =
          "does not let the bot's user make tables. Run there: GRANT CREATE ON SCHEMA public TO the"
              + " user";
    } else if (state.startsWith("08")) {
      advice = "does not answer. Check that it runs, and the host and port of database.url";
    } else {
      advice = "cannot be opened";
    }
    return new StoreOpenException(
        store + " " + advice + " (" + SqlErrors.firstLine(SqlErrors.rootOf(e)) + ").", e);
  }

  private static String state(SQLException e) {
    String state = e.getSQLState();
    return state == null ? "" : state;
  }
}
