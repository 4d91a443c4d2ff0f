package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedIdsTest {

  /** Test case 2 of RFC 4231, of which the first 96 bits are these. */
  private static final String KEY = "Jefe";

  private static final String TEXT = "what do ya want for nothing?";
  private static final String ID = TEXT + "-5bdcc146bf60754e6a042426";

  private final SealedIds ids = new SealedIds(KEY.getBytes(StandardCharsets.UTF_8));

  @Test
  void an_id_is_its_text_and_the_mac_of_that() {
    assertThat(ids.seal(TEXT)).isEqualTo(ID);
    assertThat(ids.open(ID)).contains(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        TEXT,
        TEXT + "-",
        TEXT + "-5bdcc146bf60754e6a042427",
        TEXT + "-5bdcc146bf60754e6a0424",
        TEXT + "-5BDCC146BF60754E6A042426",
        "What do ya want for nothing?-5bdcc146bf60754e6a042426",
      })
  void no_other_id_opens(String id) {
    assertThat(ids.open(id)).isEmpty();
  }

  @Test
  void another_site_makes_other_ids() {
    SealedIds others = new SealedIds("jefe".getBytes(StandardCharsets.UTF_8));

    assertThat(others.open(ID)).isEmpty();
  }
}
