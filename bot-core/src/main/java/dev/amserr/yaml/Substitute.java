package dev.amserr.yaml;

/**
 * A text in place of a written one.
 *
 * @param text may be empty: as if nothing were written
 * @param shown how messages name it, in quotes or described; never a secret
 */
public record Substitute(String text, String shown) {

  /** A text that messages may quote. */
  public static Substitute plain(String text) {
    return new Substitute(text, Problems.quote(text));
  }

  /** Without the text, which may be a secret. */
  @Override
  public String toString() {
    return shown;
  }
}
