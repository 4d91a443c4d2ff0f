package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryEntryTest {

  static Stream<String> systems() {
    return Shipped.CATALOGS.systems().stream().map(ErrorSystem::id);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void every_entry_decodes_to_itself_by_name(String id) {
    ErrorSystem system = Shipped.system(id);

    List<String> lost = new ArrayList<>();
    for (CatalogEntry entry : entries(id)) {
      if (entry.name() != null && !isAnswer(entry, entry.name(), system)) {
        lost.add(entry.name());
      }
    }

    assertThat(lost).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void every_entry_decodes_to_itself_by_value(String id) {
    ErrorSystem system = Shipped.system(id);

    List<String> lost = new ArrayList<>();
    for (CatalogEntry entry : entries(id)) {
      String value = entry.valueText();
      if (value != null && !isAnswer(entry, value, system)) {
        lost.add(value + " " + entry.name());
      }
    }

    assertThat(lost).isEmpty();
  }

  private static boolean isAnswer(CatalogEntry entry, String text, ErrorSystem system) {
    return Shipped.DECODER.decode(text, system).codes().stream()
        .flatMap(code -> code.readings().stream())
        .anyMatch(
            reading ->
                reading.match() == Match.EXACT
                    && reading.system().id().equals(system.id())
                    && Objects.equals(reading.name(), entry.name())
                    && Objects.equals(reading.value(), entry.valueText()));
  }

  private static List<CatalogEntry> entries(String system) {
    return Shipped.CATALOGS.entries().stream()
        .filter(entry -> entry.system().id().equals(system))
        .toList();
  }
}
