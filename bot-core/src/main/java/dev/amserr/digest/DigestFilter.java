package dev.amserr.digest;

import java.util.Set;

/**
 * What a digest is about. An empty set restricts nothing.
 *
 * @param systems ids of systems
 * @param sources names of sources
 * @param owners ids of teams
 * @param sections the states to show
 * @param minimumCount the least count of a series in the window, except in {@link
 *     DigestSection#QUIET} and {@link DigestSection#SOURCE_SILENT}, which are about silence
 */
public record DigestFilter(
    Set<String> systems,
    Set<String> sources,
    Set<String> owners,
    Set<DigestSection> sections,
    long minimumCount) {

  private static final DigestFilter ALL =
      new DigestFilter(Set.of(), Set.of(), Set.of(), Set.of(), 0);

  public DigestFilter {
    systems = Set.copyOf(systems);
    sources = Set.copyOf(sources);
    owners = Set.copyOf(owners);
    sections = Set.copyOf(sections);
    if (minimumCount < 0) {
      throw new IllegalArgumentException("A count can't be below " + minimumCount);
    }
  }

  /** Everything. */
  public static DigestFilter all() {
    return ALL;
  }

  /** Whether a series in this state belongs here. */
  boolean admits(DigestSection section, String system, String source, String owner, long count) {
    return admits(sections, section)
        && admits(systems, system)
        && admits(sources, source)
        && admits(owners, owner)
        && (isAboutSilence(section) || count >= minimumCount);
  }

  private static boolean isAboutSilence(DigestSection section) {
    return section == DigestSection.QUIET || section == DigestSection.SOURCE_SILENT;
  }

  private static <T> boolean admits(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
