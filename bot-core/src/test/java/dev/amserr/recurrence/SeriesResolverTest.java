package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesResolverTest {

  private static final Decoder DECODER = new Decoder(CatalogLoader.builtIn());
  private static final SeriesResolver RESOLVER = new SeriesResolver(() -> DECODER);

  @ParameterizedTest
  @ValueSource(strings = {"538968468", "0x20200194", " 0x20200194 ", "networkErrHttpUrlNotFound"})
  void every_spelling_of_a_code_is_the_same_series(String spelling) {
    assertThat(RESOLVER.resolve(spelling, null).key("web-eu"))
        .isEqualTo(new SeriesKey("amp", "0x00200194", "web-eu"));
  }

  @Test
  void another_source_is_another_series() {
    ResolvedCode code = RESOLVER.resolve("0x20200194", null);

    assertThat(code.key("web-eu")).isNotEqualTo(code.key("web-us"));
    assertThat(code.name()).isEqualTo("networkErrHttpUrlNotFound");
  }

  @Test
  void the_tech_is_a_label_and_not_part_of_the_series() {
    ResolvedCode html5 = RESOLVER.resolve("0x20200194", null);
    ResolvedCode other = RESOLVER.resolve("0x10200194", null);

    assertThat(other.key("a")).isEqualTo(html5.key("a"));
    assertThat(other.labels()).isNotEqualTo(html5.labels());
    assertThat(html5.labels()).isEqualTo(Map.of("tech", "AzureHtml5JS (2)"));
  }

  @Test
  void the_system_pins_the_reading() {
    assertThat(RESOLVER.resolve("5", "win32").system()).isEqualTo("win32");
    assertThat(RESOLVER.resolve("404", "http").key("a"))
        .isEqualTo(new SeriesKey("http", "404", "a"));
  }

  @Test
  void what_does_not_decode_is_a_series_under_its_own_text() {
    assertThat(RESOLVER.resolve("  zzgrblfx\n\tqq ", null).key("a"))
        .isEqualTo(SeriesKey.ofText("zzgrblfx qq", "a"));
    assertThat(RESOLVER.resolve("\u0000\u0001", null).code()).isEqualTo("(unprintable)");
  }

  @Test
  void a_code_of_an_unknown_system_stays_a_text_of_that_system() {
    assertThat(RESOLVER.resolve("404", "Checkout").key("a"))
        .isEqualTo(SeriesKey.ofText("checkout:404", "a"));
    assertThat(RESOLVER.resolve("zzgrblfx", "amp").key("a"))
        .isEqualTo(SeriesKey.ofText("amp:zzgrblfx", "a"));
  }

  @Test
  void a_secret_in_a_code_is_not_kept() {
    assertThat(RESOLVER.resolve("zzgrblfx token=abcdefgh", null).code()).doesNotContain("abcdefgh");
  }

  @Property(tries = 200)
  void any_text_is_a_series(@ForAll @NotBlank String text, @ForAll @NotBlank String system) {
    assertThat(RESOLVER.resolve(text, null).key("a").code()).isNotBlank();
    assertThat(RESOLVER.resolve(text, system).key("a").code())
        .hasSizeBetween(1, SeriesKey.LONGEST_CODE);
  }
}
