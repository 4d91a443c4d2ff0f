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

  BitLayout {
    fields = List.copyOf(fields);
    int next = 31;
    for (Field field : fields) {
      if (field.high() != next || field.low() > field.high()) {
        throw new IllegalArgumentException(
            "the fields must follow each other from bit 31 down to 0: " + field.name());
      }
      next = field.low() - 1;
    }
    if (next != -1) {
      throw new IllegalArgumentException("the fields must end at bit 0");
    }
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
    return fields.stream()
        .filter(f -> f.identity() && !f.values().isEmpty())
        .findFirst()
        .orElseThrow();
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
