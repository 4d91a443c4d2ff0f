package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.yaml.Problems;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The JSON of the contract. */
class OnCallAnswerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ROSTER =
      """
      people:
        ana: {name: Ana Ruiz, phone: "+34 600", discord: "1001"}
        ben: {name: Ben Cole}
        cy: {name: Cy Dahl}
        tom: {name: Tom May}
      teams:
        player:
          zone: America/New_York
          levels:
            - name: primary
              layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana, ben, cy]}]
        desk:
          zone: Europe/Berlin
          levels:
            - name: primary
              layers:
                - rotation: weekly
                  start: 2026-01-05T09:00
                  people: [ana, ben]
                  hours: {days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "18:00"}
                - rotation: weekly
                  start: 2026-01-05T09:00
                  people: [cy]
                  hours: {days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "18:00"}
          shadows: [{of: primary, rotation: weekly, start: 2026-01-05T09:00, people: [tom]}]
      """;

  @Test
  void an_answer_has_the_shape_of_the_contract() throws IOException {
    assertThat(JSON.readTree(answer("player", "2026-03-09T13:30:00Z")))
        .isEqualTo(
            JSON.readTree(
                """
                {"team": "player", "at": "2026-03-09T13:30:00Z", "zone": "America/New_York",
                 "levels": [{"level": 1, "name": "primary",
                   "onCall": [{"person": "ana", "name": "Ana Ruiz",
                     "from": "2026-03-09T13:00:00Z", "until": "2026-03-16T13:00:00Z",
                     "why": "weekly rotation, turn 9"}],
                   "gap": null,
                   "next": {"person": "ben", "name": "Ben Cole", "from": "2026-03-16T13:00:00Z"}}],
                 "shadows": [], "warnings": [], "stale": null}
                """));
  }

  @Test
  void a_gap_has_nobody_on_call_and_says_who_is_next() throws IOException {
    assertThat(JSON.readTree(answer("desk", "2026-05-16T10:00:00Z")))
        .isEqualTo(
            JSON.readTree(
                """
                {"team": "desk", "at": "2026-05-16T10:00:00Z", "zone": "Europe/Berlin",
                 "levels": [{"level": 1, "name": "primary",
                   "onCall": [],
                   "gap": {"from": "2026-05-15T16:00:00Z", "until": "2026-05-18T07:00:00Z"},
                   "next": {"person": "ben", "name": "Ben Cole", "from": "2026-05-18T07:00:00Z"},
                   "alsoNext": [
                     {"person": "cy", "name": "Cy Dahl", "from": "2026-05-18T07:00:00Z"}]}],
                 "shadows": [{"of": "primary", "person": "tom", "name": "Tom May",
                   "from": "2026-01-05T08:00:00Z", "until": null}],
                 "warnings": [], "stale": null}
                """));
  }

  @Test
  void contact_data_is_not_in_it() throws IOException {
    assertThat(answer("player", "2026-03-09T13:30:00Z"))
        .doesNotContain("600")
        .doesNotContain("1001");
  }

  private static String answer(String team, String at) throws IOException {
    Rosters rosters = RosterReader.read("oncall.yaml", ROSTER, new Problems()).orElseThrow();
    TeamOnCall answer =
        new OnCallResolver(rosters)
            .at(rosters.teams().get(team), Additions.none(), Instant.parse(at));
    return JSON.writeValueAsString(OnCallAnswer.of(answer));
  }
}
