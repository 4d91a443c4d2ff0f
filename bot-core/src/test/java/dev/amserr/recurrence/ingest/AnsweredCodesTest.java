package dev.amserr.recurrence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.errorcode.Reading;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.SeriesResolver;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class AnsweredCodesTest {

  private final Decoder decoder = new Decoder(CatalogLoader.builtIn());
  private final SeriesResolver resolver = new SeriesResolver(() -> decoder);

  @Test
  void a_code_has_the_system_of_its_best_reading() {
    ErrorSystem amp = decoder.catalogs().system("amp").orElseThrow();

    assertThat(systems(decoder.decode("404", amp))).containsExactly("amp");
    assertThat(systems(decoder.decode("amp 404"))).containsExactly("amp");
    assertThat(systems(decoder.decode("404"))).containsExactly("http");
  }

  @Test
  void guesses_do_not_count() {
    Decoding decoding = decoder.decode("MPE_MGMT_PUBLISHING_POINT_NOT_FOND");

    assertThat(decoding.codes()).isNotEmpty();
    assertThat(systems(decoding)).isEmpty();
  }

  @Test
  void every_code_of_the_catalogs_counts_as_what_it_was_answered_as() {
    Set<String> texts = texts();

    assertThat(texts).hasSizeGreaterThan(1_000);
    SoftAssertions all = new SoftAssertions();
    for (String text : texts) {
      Decoding decoding = decoder.decode(text);
      all.assertThat(counted(decoding)).as(text).isEqualTo(answered(decoding));
    }
    all.assertAll();
  }

  /** Every name, and every value that any of them has. */
  private Set<String> texts() {
    Set<String> texts = new LinkedHashSet<>(List.of("-2147024891", "0x80070005", "0x80190194"));
    for (ErrorSystem system : decoder.catalogs().systems()) {
      texts.addAll(decoder.catalogs().names(system.id()));
    }
    for (String name : List.copyOf(texts)) {
      decoder.decode(name).codes().stream()
          .flatMap(code -> code.readings().stream())
          .flatMap(reading -> Stream.ofNullable(reading.value()))
          .forEach(texts::add);
    }
    return texts;
  }

  private List<String> counted(Decoding decoding) {
    return AnsweredCodes.of(decoding, "web", null).stream()
        .map(occurrence -> resolver.resolve(occurrence.code(), occurrence.system()))
        .map(code -> code.system() + ":" + code.code())
        .toList();
  }

  private static List<String> answered(Decoding decoding) {
    return decoding.codes().stream()
        .flatMap(code -> code.best().stream())
        .map(reading -> reading.system().id() + ":" + identity(reading))
        .toList();
  }

  private static String identity(Reading reading) {
    return Objects.requireNonNullElse(reading.value(), String.valueOf(reading.name()));
  }

  private static List<String> systems(Decoding decoding) {
    return AnsweredCodes.of(decoding, "web", null).stream()
        .map(Occurrence::system)
        .map(String::valueOf)
        .toList();
  }
}
