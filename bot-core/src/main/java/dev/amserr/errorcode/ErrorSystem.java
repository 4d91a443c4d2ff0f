package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product or standard that defines error codes.
 *
 * @param id stable, lower case, such as {@code iis-management}
 * @param title for people
 * @param aliases what people type in front of a code to mean this system, lower case
 * @param rank between systems that read the same number, lower first
 * @param owner which team such errors usually belong to, a hint
 * @param numbers what its values are
 * @param pinnedOnly whether its codes are read only where the system is named: true for tables
 *     whose numbers or names mean something else nearly everywhere
 * @param source where its codes are documented
 */
public record ErrorSystem(
    String id,
    String title,
    List<String> aliases,
    int rank,
    @Nullable String owner,
    NumberSpace numbers,
    boolean pinnedOnly,
    Source source) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,47}");

  public ErrorSystem {
    aliases = List.copyOf(aliases);
    if (!isId(id)) {
      throw new IllegalArgumentException("not a system id: " + id);
    }
  }

  /** Whether it is a team's own or extended by one: such systems rank before all others. */
  boolean isTeams() {
    return rank < 0;
  }

  /** The same system with further aliases. */
  ErrorSystem withAliases(List<String> further) {
    List<String> all = new ArrayList<>(aliases);
    all.addAll(further);
    return new ErrorSystem(id, title, all, rank, owner, numbers, pinnedOnly, source);
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
