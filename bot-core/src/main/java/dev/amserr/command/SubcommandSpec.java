package dev.amserr.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A command below a command, such as {@code search} of {@code /codes}. */
public record SubcommandSpec(
    String name, String description, Signature signature, Map<Locale, Localisation> localisations) {

  public SubcommandSpec {
    Names.requireName(name);
    Names.requireDescription(name, description);
    Objects.requireNonNull(signature, "signature");
    localisations = Map.copyOf(localisations);
  }

  public static SubcommandSpec of(String name, String description, Signature signature) {
    return new SubcommandSpec(name, description, signature, Map.of());
  }

  /** The same, also in another language. */
  public SubcommandSpec localised(Locale locale, String localName, String localDescription) {
    Map<Locale, Localisation> more = new HashMap<>(localisations);
    more.put(locale, new Localisation(localName, localDescription));
    return new SubcommandSpec(name, description, signature, more);
  }
}
