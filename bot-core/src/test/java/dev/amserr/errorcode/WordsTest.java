package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "publishing point locked, MPE_MGMT_PUBLISHING_POINT_LOCKED",
    "publishing point not found, MPE_MGMT_PUBLISHING_POINT_NOT_FOUND",
    "token expired, Unauthorized",
    "mixed content blocked, abortedErrHttpMixedContentBlocked",
  })
  void words_find_entries_as_guesses(String words, String name) {
    Decoding decoding = Shipped.DECODER.decode(words);

    assertThat(decoding.answered()).isFalse();
    assertThat(decoding.codes().get(0).readings())
        .allMatch(reading -> reading.match() == Match.GUESS)
        .extracting(Reading::name)
        .contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "MPE_MGMT_PUBLISHING_POINT_LOKED, MPE_MGMT_PUBLISHING_POINT_LOCKED",
    "E_ACESSDENIED, E_ACCESSDENIED",
    "networkErrHttpUrlNotFuond, networkErrHttpUrlNotFound",
    "ErrorParsingConfigration, ErrorParsingConfiguration",
  })
  void typos_of_names_give_suggestions_and_no_answer(String typo, String name) {
    Decoding decoding = Shipped.DECODER.decode(typo);

    assertThat(decoding.answered()).isFalse();
    assertThat(decoding.suggestions()).first().isEqualTo(name);
  }

  @Test
  void the_text_of_a_message_finds_its_code() {
    Reading reading = Shipped.best("The publishing point was not found.");

    assertThat(reading.name()).isEqualTo("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
    assertThat(reading.match()).isEqualTo(Match.PATTERN);
  }

  @Test
  void what_the_viewer_reads_finds_the_category() {
    Reading reading = Shipped.best("No compatible source was found for this video.");

    assertThat(reading.system().id()).isEqualTo("amp");
    assertThat(reading.facts().get("category")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forbidden", "forbidden.", "\"Forbidden\""})
  void a_single_ordinary_word_is_a_name_where_it_is_all_that_is_asked(String text) {
    assertThat(Shipped.answers(text)).contains("http:Forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ErrorDetail.Code: Unknown", "code=Unknown", "errorCode=\"Unknown\""})
  void a_single_ordinary_word_is_a_name_behind_a_key(String text) {
    assertThat(Shipped.answers(text)).contains("ams-encoding:Unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service is gone and nobody knows",
        "please continue, the service is unknown",
        "error unknown to us all",
      })
  void ordinary_words_of_a_sentence_are_no_names(String text) {
    assertThat(Shipped.answers(text)).isEmpty();
  }

  @Test
  void the_search_is_for_the_words_wherever_they_stand() {
    assertThat(Shipped.DECODER.search("locked point", Shipped.system("iis-management"), 5))
        .extracting(Reading::name)
        .contains("MPE_MGMT_PUBLISHING_POINT_LOCKED");
  }

  @Test
  void words_that_stand_nowhere_find_nothing() {
    Decoding decoding = Shipped.DECODER.decode("purple elephants dance");

    assertThat(decoding.codes()).isEmpty();
    assertThat(decoding.suggestions()).isEmpty();
  }
}
