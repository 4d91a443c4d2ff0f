package dev.amserr.command;

/**
 * Where something was asked.
 *
 * @param channel the platform's own id of the channel; empty where there is none
 * @param thread the platform's own id of the thread; empty outside of threads
 */
public record Place(String platform, String channel, String thread) {

  public Place {
    if (platform.isBlank()) {
      throw new IllegalArgumentException("A place needs a platform");
    }
  }
}
