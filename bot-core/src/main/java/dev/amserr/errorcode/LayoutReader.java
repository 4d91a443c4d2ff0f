package dev.amserr.errorcode;

import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the layout of a system's values from a catalog file. */
final class LayoutReader {

  private static final int HIGHEST_BIT = 31;
  private static final String BITS = "the bits, such as 27-20";

  private LayoutReader() {}

  private record Bits(int high, int low) {}

  /**
   * @param entries reads the named values of the fields
   */
  static Optional<BitLayout> read(Section section, EntryReader entries) {
    Section values = section.sectionOrEmpty("values");
    List<BitLayout.Field> fields = new ArrayList<>();
    for (Section field : section.sections("fields")) {
      fields.add(field(field, values, entries));
    }
    values.rejectOthers();
    BitLayout.@Nullable HttpStatusField http =
        section.section("httpStatus").flatMap(LayoutReader::httpStatus).orElse(null);
    section.rejectOthers();
    Optional<String> flaw = BitLayout.flaw(fields, http);
    if (flaw.isPresent()) {
      section.reject(flaw.get(), "fields from bit 31 down to bit 0, one of them with values");
      return Optional.empty();
    }
    return Optional.of(new BitLayout(fields, http));
  }

  private static BitLayout.Field field(Section field, Section values, EntryReader entries) {
    String name = field.required("name", "the name of the field").map(Value::text).orElse("");
    Bits bits =
        field
            .required("bits", BITS)
            .flatMap(value -> value.as(LayoutReader::bits, BITS))
            .orElse(new Bits(HIGHEST_BIT, 0));
    boolean identity = field.value("identity").flatMap(Value::flag).orElse(true);
    field.rejectOthers();
    List<CatalogEntry> named = new ArrayList<>();
    for (Section value : values.sections(name)) {
      entries.read(value, bits.low()).ifPresent(named::add);
    }
    return new BitLayout.Field(name, bits.high(), bits.low(), identity, named);
  }

  private static Optional<BitLayout.HttpStatusField> httpStatus(Section section) {
    String field = section.text("field", "");
    Optional<Long> category =
        section
            .required("category", "the category of HTTP errors")
            .flatMap(value -> value.as(NumberSpace::parse, "a number, 0x… for hex"));
    int from = section.value("from").flatMap(value -> value.integer(100, 599)).orElse(400);
    int to = section.value("to").flatMap(value -> value.integer(100, 599)).orElse(599);
    section.rejectOthers();
    return category.map(c -> new BitLayout.HttpStatusField(field, c, from, to));
  }

  private static Optional<Bits> bits(String text) {
    String[] parts = text.split("-", -1);
    Optional<Long> high = NumberSpace.parse(parts[0].strip());
    Optional<Long> low = NumberSpace.parse(parts[parts.length - 1].strip());
    if (parts.length > 2 || high.isEmpty() || low.isEmpty()) {
      return Optional.empty();
    }
    return high.get() > HIGHEST_BIT || low.get() > high.get()
        ? Optional.empty()
        : Optional.of(new Bits(high.get().intValue(), low.get().intValue()));
  }
}
