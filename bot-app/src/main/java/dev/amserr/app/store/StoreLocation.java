package dev.amserr.app.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the store is. Prints without its secrets. */
public sealed interface StoreLocation {

  /** The SQLite file's name in a data folder. */
  String FILE_NAME = "amserr.db";

  /** What stands before the address; what follows it can hold a password. */
  Pattern SCHEME = Pattern.compile("((?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*):");

  /** One function per kind of store. */
  default <T> T fold(Function<SqliteFile, T> sqlite, Function<PostgresServer, T> postgres) {
    if (this instanceof SqliteFile file) {
      return sqlite.apply(file);
    }
    return postgres.apply((PostgresServer) this);
  }

  /** What it is, for people: {@code SQLite data/amserr.db}. */
  String describe();

  /**
   * Reads {@code database.url}.
   *
   * @param url {@code jdbc:sqlite:FILE}, {@code jdbc:postgresql://HOST:PORT/NAME}, {@code
   *     postgres://USER:PASSWORD@HOST:PORT/NAME}; blank for a file in the data folder
   * @param dataFolder where the file is if the URL is blank
   * @throws StoreOpenException if the URL is none of these
   */
  static StoreLocation of(String url, Path dataFolder) {
    String trimmed = url.strip();
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      return new SqliteFile(dataFolder.resolve(FILE_NAME));
    }
    if (lower.startsWith("jdbc:sqlite:")) {
      return sqlite(trimmed.substring("jdbc:sqlite:".length()));
    }
    for (String scheme : List.of("jdbc:postgresql:", "postgresql:", "postgres:")) {
      if (lower.startsWith(scheme)) {
        return postgres(trimmed.substring(scheme.length()));
      }
    }
    Matcher scheme = SCHEME.matcher(trimmed);
    String found = scheme.lookingAt() ? "the scheme " + scheme.group(1) : "no scheme";
    throw new StoreOpenException(
        "database.url has "
            + found
            + "; expected jdbc:sqlite:FILE, jdbc:postgresql://HOST/NAME or postgres://HOST/NAME.");
  }

  /**
   * The same with the password of its user.
   *
   * @throws StoreOpenException if it takes none, or has one already
   */
  default StoreLocation withPassword(String password) {
    return fold(
        sqlite -> {
          throw new StoreOpenException("database.password is set, but a SQLite file takes none.");
        },
        postgres -> {
          if (!postgres.password().isEmpty()) {
            throw new StoreOpenException(
                "database.url and database.password both have a password.");
          }
          return new PostgresServer(
              postgres.address(), postgres.options(), postgres.user(), password);
        });
  }

  private static StoreLocation sqlite(String path) {
    if (path.isBlank() || path.startsWith(":") || path.startsWith("file:")) {
      throw new StoreOpenException(
          "database.url must name a file after jdbc:sqlite:, such as jdbc:sqlite:data/amserr.db.");
    }
    try {
      return new SqliteFile(Path.of(path));
    } catch (InvalidPathException e) {
      throw new StoreOpenException("database.url names no possible file: " + e.getReason(), e);
    }
  }

  private static StoreLocation postgres(String rest) {
    int question = rest.indexOf('?');
    String address = question < 0 ? rest : rest.substring(0, question);
    String user = "";
    String password = "";
    int at = address.lastIndexOf('@');
    if (at >= 0) {
      String[] login = address.substring(0, at).replaceFirst("^//", "").split(":", 2);
      user = decoded(login[0]);
      password = login.length > 1 ? decoded(login[1]) : "";
      address = "//" + address.substring(at + 1);
    }
    List<String> options = new ArrayList<>();
    if (question >= 0) {
      for (String option : rest.substring(question + 1).split("&", -1)) {
        if (option.startsWith("user=")) {
          user = decoded(option.substring("user=".length()));
        } else if (option.startsWith("password=")) {
          password = decoded(option.substring("password=".length()));
        } else if (!option.isEmpty()) {
          options.add(option);
        }
      }
    }
    return new PostgresServer(address, String.join("&", options), user, password);
  }

  private static String decoded(String text) {
    try {
      // A plus sign stands for itself in a URL's user and password.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new StoreOpenException(
          "The user or password in database.url has a % that starts no escape; write it as %25.",
          e);
    }
  }

  /**
   * A file on a local disk.
   *
   * @param file the database; its folder also holds the journal and the unpacked native library
   */
  record SqliteFile(Path file) implements StoreLocation {

    public SqliteFile {
      if (file.toString().indexOf('?') >= 0) {
        throw new StoreOpenException(
            "The SQLite file "
                + file
                + " has a question mark in its path; the driver's settings are fixed and take no"
                + " options, so name a path without one.");
      }
    }

    @Override
    public String describe() {
      return "SQLite " + file;
    }

    @Override
    public String toString() {
      return describe();
    }
  }

  /**
   * A database of a PostgreSQL server.
   *
   * @param address {@code //HOST:PORT/NAME}, with several hosts as the driver has it
   * @param options the driver's options, {@code name=value} joined by {@code &}; may be empty
   * @param user empty for the driver's default
   * @param password empty for none
   */
  record PostgresServer(String address, String options, String user, String password)
      implements StoreLocation {

    String jdbcUrl() {
      return "jdbc:postgresql:" + address + (options.isEmpty() ? "" : "?" + options);
    }

    @Override
    public String describe() {
      return "PostgreSQL " + address.replaceFirst("^//", "");
    }

    @Override
    public String toString() {
      return describe();
    }
  }
}
