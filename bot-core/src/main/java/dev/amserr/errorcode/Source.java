package dev.amserr.errorcode;

/**
 * Where a statement comes from.
 *
 * @param url may be empty for a team's own codes
 */
public record Source(String title, String url) {

  public Source {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a source needs a title");
    }
  }
}
