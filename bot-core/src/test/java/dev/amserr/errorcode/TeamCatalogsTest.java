package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.yaml.Problems;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamCatalogsTest {

  private static final String ACME =
      """
      id: acme
      title: ACME packager
      codes:
        - name: ACME_STALLED
          value: 51001
          http: 503
          meaning: Nothing comes in.
          patterns: ["stalled for {seconds} s"]
      """;

  private static Decoder decoder(String... files) {
    Problems problems = new Problems();
    Map<String, String> byName = new java.util.TreeMap<>();
    for (int i = 0; i < files.length; i++) {
      byName.put("catalogs/own-" + i + ".yaml", files[i]);
    }
    Decoder decoder = new Decoder(CatalogLoader.withTeamFiles(byName, problems));
    assertThat(problems.list()).isEmpty();
    return decoder;
  }

  @Test
  void a_teams_own_system_is_decoded_by_value_name_and_message() {
    Decoder decoder = decoder(ACME);

    assertThat(Shipped.answers(decoder.decode("51001")))
        .containsExactly("acme:ACME_STALLED", "http:Service Unavailable");
    assertThat(Shipped.answers(decoder.decode("acme stalled")))
        .containsExactly("acme:ACME_STALLED");
    assertThat(Shipped.best(decoder.decode("input stalled for 12 s")).facts())
        .containsEntry("seconds", "12");
  }

  @Test
  void a_teams_code_that_comes_with_a_status_does_not_stand_before_what_the_status_is() {
    Decoder decoder = decoder(ACME);

    assertThat(Shipped.answers(decoder.decode("503")))
        .startsWith("http:Service Unavailable")
        .contains("acme:ACME_STALLED");
  }

  @Test
  void a_teams_entry_wins_over_the_shipped_one_and_says_so() {
    Decoder decoder =
        decoder(
            """
            id: ams-rest
            codes:
              - name: Service Unavailable
                value: 503
                meaning: Our accounts are throttled.
                owner: platform
            """);

    Decoding decoding = decoder.decode("503", decoder.catalogs().system("ams-rest").orElseThrow());

    assertThat(decoding.codes().get(0).readings())
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.meaning()).isEqualTo("Our accounts are throttled.");
              assertThat(reading.owner()).isEqualTo("platform");
              assertThat(reading.why()).endsWith("; from your own catalog, which wins");
              assertThat(reading.source().title()).isEqualTo("catalogs/own-0.yaml");
            });
  }

  @Test
  void a_teams_entry_comes_before_all_shipped_readings() {
    Decoder decoder =
        decoder(
            """
            id: ams-rest
            codes: [{name: Our Not Found, value: 404, meaning: Purged.}]
            """);

    assertThat(Shipped.answers(decoder.decode("404")))
        .startsWith("ams-rest:Our Not Found")
        .contains("http:Not Found", "ams-rest:Not Found");
  }

  @Test
  void a_shipped_system_keeps_what_the_team_does_not_replace() {
    Decoder decoder =
        decoder("{id: amp, aliases: [our player], codes: [{name: mine, value: 0x00200999}]}");

    assertThat(Shipped.answers(decoder.decode("our player 0x20200194")))
        .containsExactly("amp:networkErrHttpUrlNotFound");
    assertThat(Shipped.best(decoder.decode("0x20200999")).userMessage())
        .isEqualTo("A network error caused the video download to fail part-way.");
  }

  @Test
  void two_files_may_extend_one_system() {
    Decoder decoder =
        decoder(
            "{id: acme, title: ACME, codes: [{name: ACME_ONE, value: 1}]}",
            "{id: acme, title: ACME, codes: [{name: ACME_TWO, value: 2}]}");

    assertThat(Shipped.answers(decoder.decode("acme 1"))).containsExactly("acme:ACME_ONE");
    assertThat(Shipped.answers(decoder.decode("acme 2"))).containsExactly("acme:ACME_TWO");
  }

  @Test
  void the_shipped_catalogs_alone_have_no_team_entries() {
    assertThat(Shipped.CATALOGS.entries()).noneMatch(CatalogEntry::team);
  }
}
