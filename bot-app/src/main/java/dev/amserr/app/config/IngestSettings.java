package dev.amserr.app.config;

import java.util.List;

/**
 * Who may report errors.
 *
 * @param tokens empty: then only this machine may
 * @param recordFromChat whether codes in chat commands count as occurrences
 */
public record IngestSettings(
    List<IngestToken> tokens, boolean recordFromChat, BeaconSettings beacon) {

  public IngestSettings {
    tokens = List.copyOf(tokens);
  }

  /**
   * Reports of browsers, counts only.
   *
   * @param origins web pages that may send, such as {@code https://watch.example.com}
   * @param perAddressPerMinute how many requests of one address are taken
   */
  public record BeaconSettings(boolean enabled, List<String> origins, int perAddressPerMinute) {

    public BeaconSettings {
      origins = List.copyOf(origins);
    }
  }
}
