package dev.amserr.errorcode;

import dev.amserr.text.NearestNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by words of their names and texts, by the text of a message, and by mistyped names.
 *
 * <p>Every word of the question must occur in an entry, at least as the beginning of a word there.
 * Words in the name count most, then the service's message, then the rest. The index is built when
 * it is first asked.
 */
final class WordSearch {

  private static final Set<String> FILLERS =
      Set.of(
          "a", "an", "the", "is", "was", "are", "were", "be", "been", "of", "for", "to", "in", "on",
          "at", "by", "and", "or", "it", "this", "that", "with", "my", "what", "why", "does",
          "mean", "error", "errors", "code");
  private static final int MOST_WORDS = 12;
  private static final int SHORTEST_PREFIX = 3;
  private static final int LONGEST_TEXT = 300;
  private static final int LEAST_MESSAGE = 8;

  private final Catalogs catalogs;
  private @Nullable Index index;

  WordSearch(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  private record Indexed(
      CatalogEntry entry, List<String> name, List<String> message, String rest) {}

  private record Index(List<Indexed> entries, Map<String, List<CatalogEntry>> byMessage) {}

  private record Hit(CatalogEntry entry, int score) {}

  /** The entries that a service's or player's message, as a whole, belongs to. */
  List<CatalogEntry> byMessage(String text) {
    String folded = Names.fold(text);
    return folded.length() < LEAST_MESSAGE
        ? List.of()
        : index().byMessage().getOrDefault(folded, List.of());
  }

  /** The best entries for some words, best first. */
  List<CatalogEntry> find(String text, Scope scope, int limit) {
    List<String> words = words(text);
    if (words.isEmpty() || words.size() > MOST_WORDS || text.length() > LONGEST_TEXT) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (Indexed indexed : index().entries()) {
      if (scope.admits(indexed.entry().system())) {
        int score = score(indexed, words);
        if (score > 0) {
          hits.add(new Hit(indexed.entry(), score));
        }
      }
    }
    hits.sort(
        Comparator.comparingInt((Hit h) -> -h.score())
            .thenComparingInt(h -> h.entry().system().rank()));
    return hits.stream().map(Hit::entry).limit(limit).toList();
  }

  /** The names nearest to a mistyped one, as documented, nearest first. */
  List<CatalogEntry> mistyped(String text, Scope scope, int limit) {
    String folded = Names.fold(text);
    if (folded.length() < 4 || folded.length() > 100) {
      return List.of();
    }
    List<CatalogEntry> entries = new ArrayList<>();
    for (String name : NearestNames.of(folded, catalogs.foldedNames(), limit)) {
      for (CatalogEntry entry : catalogs.byName(name)) {
        if (scope.admits(entry.system())) {
          entries.add(entry);
        }
      }
    }
    return entries.stream().limit(limit).toList();
  }

  private static int score(Indexed indexed, List<String> words) {
    int score = 0;
    for (String word : words) {
      int best = 0;
      if (startsAny(indexed.name(), word)) {
        best = indexed.name().contains(word) ? 12 : 8;
      } else if (startsAny(indexed.message(), word)) {
        best = 4;
      } else if (indexed
          .rest()
          .contains(word.length() < SHORTEST_PREFIX ? " " + word + " " : " " + word)) {
        best = 2;
      }
      if (best == 0) {
        return 0;
      }
      score += best;
    }
    return score * 100 / words.size() - Math.min(40, indexed.name().size());
  }

  /** Whether one of the words begins so; a very short one must be the whole word. */
  private static boolean startsAny(List<String> words, String prefix) {
    boolean whole = prefix.length() < SHORTEST_PREFIX;
    for (String word : words) {
      if (whole ? word.equals(prefix) : word.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private synchronized Index index() {
    if (index == null) {
      index = build();
    }
    return index;
  }

  private Index build() {
    List<Indexed> entries = new ArrayList<>();
    Map<String, List<CatalogEntry>> byMessage = new HashMap<>();
    for (CatalogEntry entry : catalogs.entries()) {
      Explanation explanation = entry.explanation();
      StringBuilder rest = new StringBuilder(" ");
      append(rest, explanation.meaning());
      append(rest, explanation.userMessage());
      explanation.causes().forEach(cause -> append(rest, cause));
      List<String> name = new ArrayList<>(nameWords(entry.name()));
      entry.aliases().forEach(alias -> name.addAll(nameWords(alias)));
      String message = explanation.message();
      entries.add(
          new Indexed(entry, name, message == null ? List.of() : words(message), rest.toString()));
      addMessage(byMessage, explanation.message(), entry);
      addMessage(byMessage, explanation.userMessage(), entry);
    }
    for (Catalogs.BitCodes codes : catalogs.bitCodes()) {
      for (CatalogEntry entry : codes.layout().category().values()) {
        addMessage(byMessage, entry.explanation().userMessage(), entry);
      }
    }
    return new Index(entries, byMessage);
  }

  private static void addMessage(
      Map<String, List<CatalogEntry>> byMessage, @Nullable String message, CatalogEntry entry) {
    if (message != null) {
      byMessage.computeIfAbsent(Names.fold(message), k -> new ArrayList<>(1)).add(entry);
    }
  }

  private static void append(StringBuilder rest, @Nullable String text) {
    if (text != null) {
      words(text).forEach(word -> rest.append(word).append(' '));
    }
  }

  /** The words of a name: cut at punctuation and where a capital follows a small letter. */
  private static List<String> nameWords(@Nullable String name) {
    if (name == null) {
      return List.of();
    }
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1))) {
        spaced.append(' ');
      }
      spaced.append(c);
    }
    return words(spaced.toString());
  }

  private static List<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty() && !FILLERS.contains(word)) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }
}
