package dev.amserr.errorcode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a code can mean.
 *
 * @param system the system whose code it is
 * @param name the documented name; null for a reading of bits alone
 * @param value the value as the system writes it; null where the code is a name only
 * @param match how it was found
 * @param message what the service itself says, to the letter
 * @param userMessage what the viewer reads, to the letter
 * @param meaning what happened, in our words; null where nothing is documented
 * @param httpStatus the HTTP status that goes with it, 0 if none
 * @param facts what the bits or the surrounding document say, in the order to show
 * @param causes why it happens
 * @param actions what to do
 * @param retry whether trying again can help
 * @param related other codes worth a look
 * @param owner which team such errors usually belong to; null if nobody says
 * @param source where it is documented
 * @param confidence {@code documented}, {@code constant} (a header names it, no text), {@code bits}
 *     or what the catalog says
 * @param why why this reading was considered, in words
 */
public record Reading(
    ErrorSystem system,
    @Nullable String name,
    @Nullable String value,
    Match match,
    @Nullable String message,
    @Nullable String userMessage,
    @Nullable String meaning,
    int httpStatus,
    Map<String, String> facts,
    List<String> causes,
    List<String> actions,
    Retry retry,
    List<RelatedCode> related,
    @Nullable String owner,
    Source source,
    String confidence,
    String why) {

  public Reading {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    causes = List.copyOf(causes);
    actions = List.copyOf(actions);
    related = List.copyOf(related);
  }

  /** The name, or the value where there is no name. */
  public String label() {
    String label = name != null ? name : value;
    return label == null ? system.title() : label;
  }

  /** Whether the code says that something went well, so that nobody need act. */
  boolean success() {
    boolean windowsSuccess = system.id().equals(Hresult.WIN32) && "0".equals(value);
    boolean httpSuccess = system.id().equals(Hresult.HTTP) && httpStatus < 400;
    return windowsSuccess || httpSuccess || Hresult.SUCCESS.equals(facts.get(Hresult.SEVERITY));
  }

  /** Code and system as a part of a sentence. */
  String inWords() {
    String number = value == null || value.equals(label()) ? "" : " " + value;
    return label() + " (" + system.title() + number + ")";
  }

  /** The same reading with one more fact. */
  Reading withFact(String fact, String said) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(fact, said);
    return with(match, more, why);
  }

  /** The same reading, of which only a guess says that it is meant. */
  Reading asGuess(String reason) {
    return with(Match.GUESS, facts, reason);
  }

  private Reading with(Match otherMatch, Map<String, String> otherFacts, String otherWhy) {
    return new Reading(
        system,
        name,
        value,
        otherMatch,
        message,
        userMessage,
        meaning,
        httpStatus,
        otherFacts,
        causes,
        actions,
        retry,
        related,
        owner,
        source,
        confidence,
        otherWhy);
  }
}
