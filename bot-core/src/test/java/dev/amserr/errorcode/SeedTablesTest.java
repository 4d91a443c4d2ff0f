package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped catalogs against tables that were copied from the documents they implement. */
class SeedTablesTest {

  @ParameterizedTest
  @CsvSource({
    "seeds/amp-techs.tsv, 7",
    "seeds/amp-categories.tsv, 7",
    "seeds/amp-codes.tsv, 35",
    "seeds/iis-management.tsv, 16",
    "seeds/ams-encoding.tsv, 10",
    "seeds/ams-rest.tsv, 7",
    "seeds/ams-streaming-endpoint-status.tsv, 10",
    "seeds/ams-streaming-endpoint.tsv, 78",
    "seeds/ams-live-event.tsv, 33",
    "seeds/ams-job.tsv, 18",
  })
  void the_tables_have_as_many_rows_as_the_documents(String table, int rows) {
    assertThat(Shipped.table(table)).hasSize(rows);
  }

  static Stream<Object[]> playerCodes() {
    return Shipped.table("seeds/amp-codes.tsv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("playerCodes")
  void every_documented_player_code_has_its_name(String hex, String name) {
    Reading reading = Shipped.best(Shipped.DECODER.decode(hex, Shipped.system("amp")));

    assertThat(reading.value()).isEqualTo(hex);
    assertThat(reading.match()).isEqualTo(Match.EXACT);
    if (name.isEmpty()) {
      assertThat(reading.name()).isNull();
    } else {
      assertThat(reading.name()).isEqualTo(name);
    }
  }

  static Stream<Object[]> categories() {
    return Shipped.table("seeds/amp-categories.tsv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("categories")
  void every_code_of_a_category_has_the_message_that_the_viewer_reads(
      String value, String name, String userMessage) {
    long category = Long.decode(value);
    List<CatalogEntry> codes =
        entries("amp").stream().filter(entry -> entry.value() >> 20 == category).toList();

    SoftAssertions softly = new SoftAssertions();
    for (CatalogEntry code : codes) {
      Reading reading =
          Shipped.best(
              Shipped.DECODER.decode(
                  NumberSpace.hex(code.value() | 0x2000_0000L, 8), Shipped.system("amp")));
      softly.assertThat(reading.userMessage()).as(code.label()).isEqualTo(userMessage);
      softly
          .assertThat(reading.facts().get("category"))
          .as(code.label())
          .isEqualTo(name + " (" + value + ")");
    }
    softly.assertThat(codes).isNotEmpty();
    softly.assertAll();
  }

  static Stream<Object[]> techs() {
    return Shipped.table("seeds/amp-techs.tsv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("techs")
  void every_technology_of_the_player_has_its_name(String value, String name) {
    Reading reading = Shipped.best(Shipped.DECODER.decode("0x" + value + "0200194"));

    assertThat(reading.facts()).containsEntry("tech", name + " (" + value + ")");
  }

  static Stream<Object[]> aliases() {
    return Shipped.table("seeds/amp-aliases.tsv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("aliases")
  void names_of_the_typings_lead_to_the_documented_name(String alias, String name) {
    Reading reading = Shipped.best(alias);

    assertThat(reading.system().id()).isEqualTo("amp");
    assertThat(reading.name()).isEqualTo(name);
    assertThat(reading.facts()).containsEntry("asked as", alias);
  }

  static Stream<Object[]> managementCodes() {
    return Shipped.table("seeds/iis-management.tsv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("managementCodes")
  void every_management_code_has_its_status_and_its_message_to_the_letter(
      String name, String hex, String http, String message) {
    Reading reading = Shipped.best(hex);

    assertThat(reading.system().id()).isEqualTo("iis-management");
    assertThat(reading.name()).isEqualTo(name);
    assertThat(reading.httpStatus()).isEqualTo(Integer.parseInt(http));
    assertThat(reading.message()).isEqualTo(message);
  }

  static Stream<Object[]> endpointCodes() {
    return Shipped.table("seeds/ams-streaming-endpoint.tsv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("endpointCodes")
  void every_code_of_the_streaming_endpoint_has_its_value_and_status(
      String name, String hex, String http) {
    Optional<CatalogEntry> entry = entry("ams-streaming-endpoint", name);

    assertThat(entry)
        .hasValueSatisfying(
            known -> {
              assertThat(known.valueText()).isEqualTo(hex.isEmpty() ? null : hex);
              assertThat(known.httpStatus()).isEqualTo(http.isEmpty() ? 0 : Integer.parseInt(http));
            });
  }

  static Stream<Object[]> endpointStatuses() {
    return Shipped.table("seeds/ams-streaming-endpoint-status.tsv").stream()
        .map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("endpointStatuses")
  void every_status_of_the_streaming_endpoint_has_its_name(String status, String name) {
    Reading reading =
        Shipped.best(Shipped.DECODER.decode(status, Shipped.system("ams-streaming-endpoint")));

    assertThat(reading.name()).isEqualTo(name);
  }

  static Stream<Object[]> restStatuses() {
    return Shipped.table("seeds/ams-rest.tsv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("restStatuses")
  void every_status_of_the_rest_api_has_all_its_causes_in_the_order_of_the_document(
      String status, int causes, String keywords) {
    Reading reading = Shipped.best(Shipped.DECODER.decode(status, Shipped.system("ams-rest")));

    List<String> words = Shipped.cells(keywords);
    assertThat(words).hasSize(causes);
    assertThat(reading.causes()).hasSize(causes);
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < causes; i++) {
      softly
          .assertThat(reading.causes().get(i).toLowerCase(Locale.ROOT))
          .contains(plain(words.get(i)));
    }
    softly.assertAll();
  }

  /** Causes name the numbers of the throttling texts, which the document merely counts. */
  private static String plain(String keyword) {
    int brace = keyword.indexOf('{');
    return (brace < 0 ? keyword : keyword.substring(0, brace)).toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Server is busy. Previous runs of this type of request took more than 12 seconds. | 12",
        "Server is busy. More than 250 requests per second can be throttled. | 250",
        "Server is busy. More than 400 requests within 7 seconds can be throttled. | 400 7",
      })
  void the_throttling_texts_give_their_numbers(String text, String numbers) {
    Reading reading = Shipped.best(text);

    assertThat(reading.system().id()).isEqualTo("ams-rest");
    assertThat(reading.httpStatus()).isEqualTo(503);
    assertThat(reading.match()).isEqualTo(Match.PATTERN);
    assertThat(reading.facts().values()).containsSequence(numbers.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({"ams-encoding", "ams-live-event", "ams-job"})
  void systems_of_names_have_every_documented_name(String system) {
    List<String> documented =
        Shipped.table("seeds/" + system + ".tsv").stream().map(row -> row[0]).toList();

    List<String> shipped = entries(system).stream().map(CatalogEntry::name).toList();

    assertThat(shipped).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void every_entry_of_the_streaming_systems_says_what_happened_why_and_what_to_do() {
    List<String> systems =
        List.of(
            "amp",
            "iis-management",
            "ams-encoding",
            "ams-rest",
            "ams-streaming-endpoint",
            "ams-live-event",
            "ams-job");

    SoftAssertions softly = new SoftAssertions();
    for (String system : systems) {
      for (CatalogEntry entry : entries(system)) {
        Explanation explanation = entry.explanation();
        softly.assertThat(explanation.meaning()).as(entry.label()).isNotBlank();
        softly.assertThat(explanation.causes()).as(entry.label()).isNotEmpty();
        softly.assertThat(explanation.actions()).as(entry.label()).isNotEmpty();
        softly.assertThat(entry.owner()).as(entry.label()).isNotBlank();
        softly.assertThat(entry.source().url()).as(entry.label()).startsWith("https://");
      }
    }
    softly.assertAll();
  }

  @Test
  void every_related_code_of_the_shipped_catalogs_exists() {
    SoftAssertions softly = new SoftAssertions();
    for (CatalogEntry entry : Shipped.CATALOGS.entries()) {
      for (String reference : entry.related()) {
        softly
            .assertThat(Shipped.CATALOGS.referenced(reference, entry.system()))
            .as(entry.label() + " → " + reference)
            .isNotNull();
      }
    }
    softly.assertAll();
  }

  private static List<CatalogEntry> entries(String system) {
    return Shipped.CATALOGS.entries().stream()
        .filter(entry -> entry.system().id().equals(system))
        .toList();
  }

  private static Optional<CatalogEntry> entry(String system, String name) {
    return entries(system).stream().filter(entry -> name.equals(entry.name())).findFirst();
  }
}
