package dev.amserr.app.config;

import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.oncall.OwnedCode;
import dev.amserr.oncall.OwnershipPattern;
import dev.amserr.text.NearestNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Patterns that fit no code of the catalogs. No mistakes: a code may come that no catalog lists, so
 * patterns of values and of any system are taken as they are.
 */
final class PatternWarnings {

  private final Catalogs catalogs;

  private PatternWarnings(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  static Stream<String> of(Configuration configuration) {
    PatternWarnings warnings = new PatternWarnings(configuration.catalogs());
    Stream<String> owned =
        configuration.rosters().teams().values().stream()
            .flatMap(team -> warnings.of("Team " + team.id() + " owns", team.owns()));
    Stream<String> critical =
        warnings.of("detection.critical has", configuration.settings().detection().critical());
    return Stream.concat(owned, critical);
  }

  private Stream<String> of(String whose, List<OwnershipPattern> patterns) {
    return patterns.stream()
        .flatMap(
            pattern ->
                doubt(pattern)
                    .map(doubt -> "%s \"%s\", but %s".formatted(whose, pattern.text(), doubt))
                    .stream());
  }

  private Optional<String> doubt(OwnershipPattern pattern) {
    if (pattern.system().isEmpty()) {
      return Optional.empty();
    }
    return system(pattern.system())
        .map(system -> isName(pattern.code()) ? unknownName(pattern, system) : none())
        .orElseGet(() -> Optional.of(unknownSystem(pattern.system())));
  }

  private Optional<ErrorSystem> system(String id) {
    return catalogs.systems().stream().filter(system -> system.id().equals(id)).findFirst();
  }

  /** Values begin with a digit. */
  private static boolean isName(String code) {
    return Character.isLetter(code.charAt(0));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private String unknownSystem(String id) {
    List<String> near =
        catalogs
            .system(id)
            .map(alias -> List.of(alias.id()))
            .orElseGet(
                () ->
                    NearestNames.of(
                        id, catalogs.systems().stream().map(ErrorSystem::id).toList(), 3));
    return "no catalog has a system of that id." + meant(near);
  }

  private Optional<String> unknownName(OwnershipPattern pattern, ErrorSystem system) {
    List<String> names = catalogs.names(system.id());
    boolean known =
        names.stream().anyMatch(name -> pattern.matches(new OwnedCode(system.id(), name, name)));
    return known
        ? Optional.empty()
        : Optional.of(
            "no code of "
                + system.title()
                + " is called that."
                + meant(NearestNames.of(pattern.code(), names, 3)));
  }

  private static String meant(List<String> near) {
    return near.isEmpty() ? "" : " Did you mean " + String.join(", ", near) + "?";
  }
}
