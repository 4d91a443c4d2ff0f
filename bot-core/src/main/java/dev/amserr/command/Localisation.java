package dev.amserr.command;

/**
 * A name and a description in another language.
 *
 * @param name under the rules of names; the same as the original where it is not translated
 */
public record Localisation(String name, String description) {

  public Localisation {
    Names.requireName(name);
    Names.requireDescription(name, description);
  }
}
