package dev.amserr.errorcode;

import java.util.List;

/**
 * The answer to a text.
 *
 * @param input the text, without secrets and cut where it is long
 * @param inputCut whether {@code input} or the text that was read was cut
 * @param codes the distinct codes in the order of the text, at most {@link Decoder#MOST_CODES}
 * @param moreCodes how many distinct codes were left out
 * @param suggestions names or spellings that were probably meant
 */
public record Decoding(
    String input,
    boolean inputCut,
    List<DecodedCode> codes,
    int moreCodes,
    List<String> suggestions) {

  public Decoding {
    codes = List.copyOf(codes);
    suggestions = List.copyOf(suggestions);
  }

  /** How many readings there are in all. */
  int readings() {
    return codes.stream().mapToInt(code -> code.readings().size()).sum();
  }

  /** Whether at least one code has a reading that is not a guess. */
  public boolean answered() {
    return codes.stream().anyMatch(code -> code.best().isPresent());
  }
}
