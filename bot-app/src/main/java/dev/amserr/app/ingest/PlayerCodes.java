package dev.amserr.app.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The codes that players are known to have, from {@code player-codes.txt}: some hundreds. */
final class PlayerCodes {

  private final Map<String, Set<String>> codes;

  private PlayerCodes(Map<String, Set<String>> codes) {
    this.codes = codes;
  }

  static PlayerCodes read() {
    Map<String, Set<String>> codes = new HashMap<>();
    new String(Resource.bytes("player-codes.txt"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              List<String> words = Arrays.asList(line.split(" ", -1));
              codes
                  .computeIfAbsent(words.get(0), player -> new HashSet<>())
                  .addAll(words.subList(1, words.size()));
            });
    return new PlayerCodes(codes);
  }

  /**
   * Whether a player has a code.
   *
   * @param player as {@code player.js} names it
   */
  boolean have(String player, String code) {
    return codes.getOrDefault(player, Set.of()).contains(code);
  }
}
