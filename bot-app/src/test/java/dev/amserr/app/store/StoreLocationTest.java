package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLocationTest {

  private static final Path DATA = Path.of("data");

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void without_a_url_the_store_is_a_file_in_the_data_folder(String url) {
    StoreLocation location = StoreLocation.of(url, DATA);

    assertThat(location).isEqualTo(new StoreLocation.SqliteFile(Path.of("data/amserr.db")));
    assertThat(location).hasToString("SQLite " + Path.of("data/amserr.db"));
  }

  @Test
  void a_sqlite_url_names_its_file() {
    StoreLocation location = StoreLocation.of("JDBC:SQLITE:/srv/desk.db", DATA);

    assertThat(location).isEqualTo(new StoreLocation.SqliteFile(Path.of("/srv/desk.db")));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5432/amserr?user=ada&password=hun%25ter+2, //db:5432/amserr, '', ada, hun%ter+2",
    "postgres://ada:p%40ss%2Fw@db:5432/amserr, //db:5432/amserr, '', ada, p@ss/w",
    "postgresql://ada@db/amserr?sslmode=require, //db/amserr, sslmode=require, ada, ''",
    "jdbc:postgresql://db/amserr?sslmode=require&password=x&currentSchema=desk, //db/amserr, sslmode=require&currentSchema=desk, '', x",
    "jdbc:postgresql:amserr, amserr, '', '', ''",
    "POSTGRES://ada:a:b@db/amserr, //db/amserr, '', ada, a:b",
    "postgres://ada:in@side@db/amserr, //db/amserr, '', ada, in@side",
  })
  void a_postgres_url_is_taken_apart(
      String url, String address, String options, String user, String password) {
    StoreLocation location = StoreLocation.of(url, DATA);

    assertThat(location)
        .isEqualTo(new StoreLocation.PostgresServer(address, options, user, password));
  }

  @Test
  void a_password_can_stand_beside_the_url() {
    StoreLocation location =
        StoreLocation.of("jdbc:postgresql://db/amserr?user=ada", DATA).withPassword("hunter2");

    assertThat(location)
        .isEqualTo(new StoreLocation.PostgresServer("//db/amserr", "", "ada", "hunter2"));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://ada:hunter2@db/amserr, database.url and database.password both have a password.",
    "'', 'database.password is set, but a SQLite file takes none.'",
  })
  void a_password_beside_the_url_needs_a_server_that_has_none(String url, String message) {
    StoreLocation location = StoreLocation.of(url, DATA);

    assertThatThrownBy(() -> location.withPassword("hunter3"))
        .isInstanceOf(StoreOpenException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://ada:hunter2@db:5432/amserr",
        "jdbc:postgresql://db:5432/amserr?user=ada&password=hunter2",
      })
  void a_postgres_location_prints_without_its_login(String url) {
    StoreLocation location = StoreLocation.of(url, DATA);

    assertThat(location).hasToString("PostgreSQL db:5432/amserr");
    assertThat(location.describe()).isEqualTo("PostgreSQL db:5432/amserr");
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://ada:hunter2@db/amserr, the scheme mysql",
    "jdbc:mysql://db/amserr?password=hunter2, the scheme jdbc:mysql",
    "data/hunter2.db, no scheme",
  })
  void another_kind_of_database_is_refused_without_repeating_the_url(String url, String found) {
    assertThatThrownBy(() -> StoreLocation.of(url, DATA))
        .isInstanceOf(StoreOpenException.class)
        .hasMessage(
            "database.url has "
                + found
                + "; expected jdbc:sqlite:FILE, jdbc:postgresql://HOST/NAME or"
                + " postgres://HOST/NAME.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:file:x.db"})
  void a_sqlite_url_without_a_plain_file_is_refused(String url) {
    assertThatThrownBy(() -> StoreLocation.of(url, DATA))
        .isInstanceOf(StoreOpenException.class)
        .hasMessage(
            "database.url must name a file after jdbc:sqlite:, such as"
                + " jdbc:sqlite:data/amserr.db.");
  }

  @Test
  void options_of_the_sqlite_driver_are_refused() {
    assertThatThrownBy(() -> StoreLocation.of("jdbc:sqlite:x.db?synchronous=OFF", DATA))
        .isInstanceOf(StoreOpenException.class)
        .message()
        .contains("question mark");
  }

  @Test
  void a_percent_sign_that_starts_no_escape_is_pointed_out() {
    assertThatThrownBy(() -> StoreLocation.of("postgres://ada:hunter%@db/amserr", DATA))
        .isInstanceOf(StoreOpenException.class)
        .hasMessage(
            "The user or password in database.url has a % that starts no escape; write it as"
                + " %25.");
  }

  @Test
  void an_address_that_the_driver_cannot_read_is_refused_without_repeating_it() {
    StoreLocation location = StoreLocation.of("postgres://ada:hunter2@db:port/amserr", DATA);

    assertThatThrownBy(() -> Database.open(location))
        .isInstanceOf(StoreOpenException.class)
        .hasMessage("database.url is no PostgreSQL address; expected postgres://HOST:PORT/NAME.");
  }
}
