package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which errors are the database's and which are ours. */
class FaultsTest {

  /** SQLSTATEs of PostgreSQL's manual, appendix "PostgreSQL Error Codes". */
  @ParameterizedTest
  @CsvSource({
    "08001, does not answer",
    "08006, does not answer",
    "57P01, starting or stopping",
    "57P02, starting or stopping",
    "57P03, starting or stopping",
    "57014, took too long",
    "53000, out of resources",
    "53100, disk of the database is full",
    "53300, no more connections",
    "58030, error of its system",
    "25006, takes no changes",
    "28P01, no longer accepts the bot's login",
    "3D000, no longer exists",
    "40001, try again",
    "40P01, try again",
  })
  void postgres_is_unavailable_with(String state, String why) {
    SQLException error = new SQLException("whatever", state);

    assertThat(PostgresFaults.whyUnavailable(error)).hasValueSatisfying(w -> contains(w, why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23514", "42P01", "42601", "22P02", "22021", "42501", ""})
  void a_statement_that_postgres_refuses_is_our_fault(String state) {
    assertThat(PostgresFaults.whyUnavailable(new SQLException("whatever", state))).isEmpty();
    assertThat(PostgresFaults.whyUnavailable(new SQLException("whatever"))).isEmpty();
  }

  /** Result codes of https://www.sqlite.org/rescode.html, plain and extended. */
  @ParameterizedTest
  @CsvSource({
    "5, locked by another process",
    "261, locked by another process",
    "517, locked by another process",
    "6, locked by another process",
    "8, cannot be written to",
    "1032, cannot be written to",
    "10, reports an error",
    "778, reports an error",
    "3850, reports an error",
    "11, damaged",
    "13, is full",
    "14, cannot be opened",
    "26, damaged",
  })
  void sqlite_is_unavailable_with(int code, String why) {
    SQLException error = new SQLException("whatever", null, code);

    assertThat(SqliteFaults.whyUnavailable(error)).hasValueSatisfying(w -> contains(w, why));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 18, 19, 20, 25, 275, 1555, 2067})
  void a_statement_that_sqlite_refuses_is_our_fault(int code) {
    assertThat(SqliteFaults.whyUnavailable(new SQLException("whatever", null, code))).isEmpty();
  }

  private static void contains(String sentence, String part) {
    assertThat(sentence).contains(part).endsWith(".");
  }
}
