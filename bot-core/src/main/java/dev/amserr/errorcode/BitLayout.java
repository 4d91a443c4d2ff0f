package dev.amserr.errorcode;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of the bits of a system's values.
 *
 * @param fields from the highest bits to the lowest; together they cover 32 bits
 * @param httpStatus where an HTTP status stands inside the value, if anywhere
 */
record BitLayout(List<Field> fields, @Nullable HttpStatusField httpStatus) {

  private static final int HIGHEST_BIT = 31;

  BitLayout {
    fields = List.copyOf(fields);
    Optional<String> flaw = flaw(fields, httpStatus);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException(flaw.get());
    }
  }

  /** What is wrong with a layout, if anything. */
  static Optional<String> flaw(List<Field> fields, @Nullable HttpStatusField httpStatus) {
    int next = HIGHEST_BIT;
    for (Field field : fields) {
      if (field.high() != next || field.low() > field.high()) {
        return Optional.of("a field out of order: " + field.name());
      }
      next = field.low() - 1;
    }
    if (next != -1) {
      return Optional.of("fields that end above bit 0");
    }
    Optional<Field> category = category(fields);
    if (category.isEmpty()) {
      return Optional.of("no field whose values group the codes");
    }
    if (httpStatus != null
        && (fields.stream().noneMatch(field -> field.name().equals(httpStatus.field()))
            || category.get().named(httpStatus.category()).isEmpty())) {
      return Optional.of("an HTTP status in a field or category that is not there");
    }
    return Optional.empty();
  }

  /**
   * Some neighbouring bits.
   *
   * @param high the highest bit, 31 to 0
   * @param low the lowest bit
   * @param identity whether the bits tell codes apart; the others are a label
   * @param values the documented values; empty where any value may stand
   */
  record Field(String name, int high, int low, boolean identity, List<CatalogEntry> values) {

    Field {
      values = List.copyOf(values);
    }

    long of(long value) {
      return value >>> low & mask();
    }

    long mask() {
      return (1L << (high - low + 1)) - 1;
    }

    int hexDigits() {
      return (high - low + 4) / 4;
    }

    /** The entry of a documented value; its own value has the other bits at 0. */
    Optional<CatalogEntry> named(long fieldValue) {
      for (CatalogEntry entry : values) {
        if (entry.value() == fieldValue << low) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * An HTTP status in a field.
   *
   * @param category the value that the category field must have
   */
  record HttpStatusField(String field, long category, int from, int to) {}

  /** The bits that tell codes apart. */
  long identityMask() {
    long mask = 0;
    for (Field field : fields) {
      if (field.identity()) {
        mask |= field.mask() << field.low();
      }
    }
    return mask;
  }

  /** The field whose documented values group the codes. */
  Field category() {
    return category(fields).orElseThrow();
  }

  private static Optional<Field> category(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.identity() && !field.values().isEmpty())
        .findFirst();
  }

  /**
   * The documented category of a value that is {@link #plausible}.
   *
   * @throws java.util.NoSuchElementException if its category is not documented
   */
  CatalogEntry categoryOf(long value) {
    return category().named(category().of(value)).orElseThrow();
  }

  /** The HTTP status inside a value, or 0. */
  int httpStatusIn(long value) {
    HttpStatusField where = httpStatus;
    if (where == null || category().of(value) != where.category()) {
      return 0;
    }
    for (Field field : fields) {
      if (field.name().equals(where.field())) {
        long status = field.of(value);
        return status >= where.from() && status <= where.to() ? (int) status : 0;
      }
    }
    return 0;
  }

  /**
   * Whether every labelled field has a documented value: a value of this system, then, even if its
   * detail is not documented.
   */
  boolean plausible(long value) {
    for (Field field : fields) {
      if (!field.values().isEmpty() && field.named(field.of(value)).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
